// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** One license, or one row of versions, with the names by which people call it beside those that the SPDX list gives. */
export interface LicenseFamily {
  readonly names: readonly string[];
  /** Ids in order of version; for GNU licenses without `-only` and `-or-later`. */
  readonly ids: readonly string[];
  /** The id meant where no version is said, because usage leaves no doubt. Without it such a text is ambiguous. */
  readonly usual?: string;
}

const bsd = ['BSD-2-Clause', 'BSD-3-Clause', 'BSD-4-Clause', '0BSD'];

/**
 * GNU licenses: ids stand for the pair `-only` and `-or-later`. Who names no version lets everybody choose any that the FSF published (AGPL-3.0
 * section 14, GFDL section 10): of the AGPL that is only one, and of the GFDL the newest goes beyond the others. Of the GPL and the LGPL, whose versions exclude
 * each other, it is open what the author meant.
 */
export const gnuFamilies: readonly LicenseFamily[] = [
  { names: ['gpl', 'gnu gpl', 'gnu general public', 'general public', 'gnu', 'gnu public', 'gnu general', 'gnu gpl general public', 'gnu g p l', 'gplversion'], ids: ['GPL-1.0', 'GPL-2.0', 'GPL-3.0'] },
  { names: ['lgpl', 'gnu lgpl', 'lesser general public', 'gnu lesser general public', 'library general public', 'gnu library general public', 'gnu library or lesser general public', 'gnu lesser or library general public', 'lesser gpl', 'gnu lesser gpl', 'library gpl', 'gnu library gpl', 'gnu lesser public', 'gnu lesser', 'gnu library', 'gnu lesser library general public', 'gnu library lesser general public', 'limited general public', 'gnu lgpl lesser general public'], ids: ['LGPL-2.0', 'LGPL-2.1', 'LGPL-3.0'] },
  { names: ['agpl', 'gnu agpl', 'affero general public', 'gnu affero general public', 'affero gpl', 'gnu affero gpl', 'affero', 'gnu affero', 'gnu affero public', 'gnu agpl affero'], ids: ['AGPL-1.0', 'AGPL-3.0'], usual: 'AGPL-3.0-or-later' },
  { names: ['gfdl', 'fdl', 'gnu fdl', 'gnu gfdl', 'gnu free documentation', 'free documentation', 'gnu documentation'], ids: ['GFDL-1.1', 'GFDL-1.2', 'GFDL-1.3'], usual: 'GFDL-1.3-or-later' },
];

/** @source usage in Debian, Fedora (Callaway), PyPI, Maven, npm and conda metadata; names of the projects' own licenses */
export const licenseFamilies: readonly LicenseFamily[] = [
  { names: ['apache', 'apache software', 'asf', 'asl', 'apl', 'al', 'apache software foundation', 'apache asl', 'apache asf', 'apache public', 'apache style', 'apache al', 'apache source', 'apache open source', 'apache software asl'], ids: ['Apache-1.0', 'Apache-1.1', 'Apache-2.0'], usual: 'Apache-2.0' },
  { names: ['mit', 'expat', 'mit expat', 'expat mit', 'mit x', 'x mit', 'mit style', 'mit like', 'mit 1', 'massachusetts institute of technology', 'mit consortium', 'expat mit x 11', 'mitlicense', 'bouncy castle', 'bouncy', 'jquery'], ids: ['MIT'] },
  { names: ['mit x 11', 'x 11 mit'], ids: ['MIT', 'X11', 'MIT OR X11'] },
  { names: ['bsd', 'bsd like', 'berkeley', 'berkeley software distribution', 'bsd type', 'bsd derived', 'bsd variant', 'bsd based', 'bsd compatible', 'bsdl', 'bsd ish'], ids: bsd },
  { names: ['bsd 0 clause', '0 clause bsd', '0 bsd', 'bsd zero clause', 'free public license', 'zero bsd', 'toybox'], ids: ['0BSD'] },
  { names: ['bsd 1', 'bsd 1 clause'], ids: ['BSD-1-Clause'] },
  { names: ['bsd 2', 'bsd 2 clause', 'simplified bsd', 'bsd simplified', 'bsd 2 clause simplified', 'simplified bsd 2 clause', 'bsd 2 clause style', '2 clause bsdl', 'netbsd', 'bsd 2 clause netbsd', 'net bsd', 'bsd 2 simplified'], ids: ['BSD-2-Clause'] },
  { names: ['freebsd', 'bsd freebsd', 'freebsd style', 'bsd 2 clause freebsd'], ids: ['BSD-2-Clause'] },
  { names: ['free bsd'], ids: ['BSD-2-Clause', 'BSD-2-Clause-Views'] },
  { names: ['bsd patent', 'bsd plus patent', 'bsd 2 clause plus patent', 'bsd 2 clause and patent'], ids: ['BSD-2-Clause-Patent'] },
  { names: ['bsd 3', 'bsd 3 clause', 'new bsd', 'bsd new', 'modified bsd', 'bsd modified', 'revised bsd', 'bsd revised', 'new or revised bsd', 'bsd new or revised', 'new revised bsd', 'bsd 3 clause new', 'bsd 3 clause revised', 'bsd 3 clause new or revised', 'bsd 3 clause modified', 'new style bsd', 'bsd style', 'standard 3 clause bsd', 'bsd 3 clause style', '3 clause bsdl', 'bsd no advertising', 'bsd without advertising', 'bsd 3 new', 'new bsd 3 clause', 'modified bsd 3 clause', 'edl', 'edl 1', 'eclipse distribution', 'eclipse distribution 1', 'eclipse distribution edl', 'eclipse distribution new bsd', 'edl new bsd', 'hsqldb', 'hsql', 'bsd for hsqldb', 'bsd for hsql', 'go', 'golang', 'bsd 3 clause eclipse distribution'], ids: ['BSD-3-Clause'] },
  { names: ['bsd 4', 'bsd 4 clause', 'original bsd', 'old bsd', 'bsd original', 'bsd old', 'bsd 4 clause original', 'bsd original or old', 'bsd with advertising', 'bsd advertising', 'original bsd 4 clause', 'old style bsd'], ids: ['BSD-4-Clause'] },
  { names: ['clear bsd', 'bsd clear', 'bsd 3 clause clear'], ids: ['BSD-3-Clause-Clear'] },
  { names: ['mpl', 'mozilla', 'mozilla public', 'mozilla foundation', 'mozilla mpl'], ids: ['MPL-1.0', 'MPL-1.1', 'MPL-2.0'] },
  { names: ['epl', 'eclipse', 'eclipse public', 'eclipse foundation', 'eclipse public foundation', 'eclipse epl'], ids: ['EPL-1.0', 'EPL-2.0'] },
  { names: ['eupl', 'european union public', 'european public', 'eu public', 'european union', 'eupl european union public', 'licence publique de l union européenne', 'union européenne', 'open source lizenz für europäische union', 'öffentliche lizenz europäischen union'], ids: ['EUPL-1.0', 'EUPL-1.1', 'EUPL-1.2'] },
  { names: ['cddl'], ids: ['CDDL-1.0', 'CDDL-1.1'] },
  // A title that names no version is that of the first one: there was no other when it was given.
  { names: ['common development and distribution', 'common development distribution', 'cddl common development and distribution'], ids: ['CDDL-1.0', 'CDDL-1.1'], usual: 'CDDL-1.0' },
  { names: ['cpl', 'common public', 'ibm common public'], ids: ['CPL-1.0'] },
  { names: ['ipl', 'ibm public'], ids: ['IPL-1.0'] },
  { names: ['afl', 'academic free'], ids: ['AFL-1.1', 'AFL-1.2', 'AFL-2.0', 'AFL-2.1', 'AFL-3.0'] },
  { names: ['osl', 'open software'], ids: ['OSL-1.0', 'OSL-1.1', 'OSL-2.0', 'OSL-2.1', 'OSL-3.0'] },
  { names: ['artistic'], ids: ['Artistic-1.0', 'Artistic-1.0-Perl', 'Artistic-2.0'] },
  { names: ['perl artistic', 'artistic perl', 'artistic perl 5', 'perl 5 artistic'], ids: ['Artistic-1.0-Perl'] },
  { names: ['perl artistic 2', 'artistic perl 2'], ids: ['Artistic-2.0', 'Artistic-1.0-Perl'] },
  { names: ['clarified artistic', 'artistic clarified'], ids: ['ClArtistic'] },
  { names: ['perl', 'perl 5', 'perl_5', 'same as perl', 'same terms as perl', 'same terms as perl itself', 'same as perl itself', 'same as perl 5', 'gpl or artistic', 'artistic or gpl', 'perl gpl or artistic', 'artistic gpl'], ids: ['Artistic-1.0-Perl OR GPL-1.0-or-later'] },
  { names: ['boost', 'boost software', 'bsl boost', 'boost bsl'], ids: ['BSL-1.0'] },
  { names: ['bsl', 'bsl 1'], ids: ['BSL-1.0'], usual: 'BSL-1.0' },
  { names: ['busl', 'business source', 'bsl 1.1', 'business source bsl', 'busl 1.1', 'business source 1.1', 'mariadb bsl', 'mariadb bsl 1.1', 'mariadb business source', 'mariadb business source 1.1'], ids: ['BUSL-1.1'] },
  { names: ['cc 0', 'creative commons zero', 'cc zero', 'creative commons 0', 'cc 0 universal', 'cc 0 1 universal', 'cc 0 public domain dedication', 'cc 0 1 universal public domain dedication', 'creative commons cc 0', 'cc cc 0', 'public domain cc 0', 'per cc cc 0', 'cc 0 public domain', 'public domain per cc cc 0'], ids: ['CC0-1.0'] },
  { names: ['creative commons public domain', 'cc public domain', 'cc pd', 'cc pddc'], ids: ['CC-PDDC'] },
  { names: ['cc', 'creative commons'], ids: ['CC-BY-4.0', 'CC-BY-3.0', 'CC-BY-SA-4.0', 'CC-BY-SA-3.0', 'CC-BY-NC-4.0', 'CC-BY-ND-4.0', 'CC-BY-NC-SA-4.0', 'CC-BY-NC-ND-4.0', 'CC0-1.0'] },
  { names: ['cc 3', 'creative commons 3'], ids: ['CC-BY-3.0', 'CC-BY-SA-3.0', 'CC-BY-NC-3.0', 'CC-BY-ND-3.0', 'CC-BY-NC-SA-3.0', 'CC-BY-NC-ND-3.0'] },
  { names: ['cc 4', 'creative commons 4'], ids: ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-NC-4.0', 'CC-BY-ND-4.0', 'CC-BY-NC-SA-4.0', 'CC-BY-NC-ND-4.0'] },
  { names: ['unlicense', 'unlicence', 'public domain unlicense', 'unlicense public domain'], ids: ['Unlicense'] },
  { names: ['unlicensed', 'unlicenced', 'not licensed'], ids: ['LicenseRef-proprietary', 'Unlicense'] },
  { names: ['wtf', 'wtfpl', 'dwtfywpl', 'dwtfyw', 'do what the fuck you want to public', 'do what the fuck you want to', 'do what the f*ck you want to public', 'do wtf you want', 'do what the fuck you want', 'wtfpl 2', 'do what the fuck you want to public 2'], ids: ['WTFPL'] },
  { names: ['isc', 'iscl', 'internet systems consortium', 'internet software consortium', 'isc iscl', 'openbsd'], ids: ['ISC'] },
  { names: ['zlib', 'z lib', 'gzlib'], ids: ['Zlib'] },
  { names: ['zlib libpng', 'zlib png', 'libpng zlib'], ids: ['Zlib', 'zlib-acknowledgement', 'Libpng'] },
  { names: ['zpl', 'zope', 'zope public'], ids: ['ZPL-1.1', 'ZPL-2.0', 'ZPL-2.1'], usual: 'ZPL-2.1' },
  { names: ['psf', 'psfl', 'python software foundation', 'python psf', 'psf python', 'python foundation'], ids: ['PSF-2.0'] },
  { names: ['python', 'cnri python gpl', 'python license'], ids: ['Python-2.0', 'PSF-2.0'] },
  { names: ['python 2', 'jython', 'jython software'], ids: ['Python-2.0'] },
  { names: ['ruby', 'rubys', 'ruby s'], ids: ['Ruby'] },
  { names: ['php', 'php license'], ids: ['PHP-3.0', 'PHP-3.01'] },
  { names: ['w 3 c', 'w 3 c software', 'w 3 c software notice', 'w 3 c software notice and', 'world wide web consortium'], ids: ['W3C'] },
  { names: ['upl', 'universal permissive', 'oracle universal permissive'], ids: ['UPL-1.0'] },
  { names: ['vovida', 'vovida software'], ids: ['VSL-1.0'] },
  { names: ['postgresql', 'postgres', 'postgre sql', 'posgresql'], ids: ['PostgreSQL'] },
  { names: ['openssl', 'open ssl'], ids: ['OpenSSL'] },
  { names: ['ofl', 'sil ofl', 'sil open font', 'open font', 'sil'], ids: ['OFL-1.0', 'OFL-1.1'], usual: 'OFL-1.1' },
  { names: ['qpl', 'qt public', 'q public'], ids: ['QPL-1.0'] },
  { names: ['sun public', 'spl'], ids: ['SPL-1.0'] },
  { names: ['sissl', 'sun industry standards source'], ids: ['SISSL'] },
  { names: ['ms pl', 'mspl', 'microsoft public', 'ms public'], ids: ['MS-PL'] },
  { names: ['ms rl', 'msrl', 'microsoft reciprocal', 'ms reciprocal'], ids: ['MS-RL'] },
  { names: ['apsl', 'apple public source', 'apple public'], ids: ['APSL-1.0', 'APSL-1.1', 'APSL-1.2', 'APSL-2.0'] },
  { names: ['npl', 'netscape'], ids: ['NPL-1.0', 'NPL-1.1'] },
  { names: ['netscape public'], ids: ['NPL-1.0', 'NPL-1.1'], usual: 'NPL-1.0' },
  { names: ['cecill', 'ce cill', 'cecill free software'], ids: ['CECILL-1.0', 'CECILL-1.1', 'CECILL-2.0', 'CECILL-2.1'] },
  { names: ['cecill b', 'cecill b free software', 'cecill b free software agreement'], ids: ['CECILL-B'] },
  { names: ['cecill c', 'cecill c free software', 'cecill c free software agreement', 'cecill c 1'], ids: ['CECILL-C'] },
  { names: ['cpal', 'common public attribution'], ids: ['CPAL-1.0'] },
  { names: ['efl', 'eiffel', 'eiffel forum'], ids: ['EFL-1.0', 'EFL-2.0'], usual: 'EFL-2.0' },
  { names: ['ncsa', 'uiuc', 'uiuc ncsa', 'university of illinois ncsa', 'illinois ncsa', 'university of illinois'], ids: ['NCSA'] },
  { names: ['beerware', 'beer ware', 'beer'], ids: ['Beerware'] },
  { names: ['json', 'json org'], ids: ['JSON'] },
  { names: ['icu', 'icu unicode', 'icu license'], ids: ['ICU'] },
  { names: ['unicode', 'ucd', 'unicode terms'], ids: ['Unicode-DFS-2015', 'Unicode-DFS-2016', 'Unicode-3.0'] },
  { names: ['sax'], ids: ['SAX-PD'] },
  { names: ['openldap', 'open ldap'], ids: ['OLDAP-2.8'] },
  { names: ['cup parser generator', 'cup', 'cup parser', 'cup parser generator copyright notice and disclaimer', 'cup parser generator notice and disclaimer'], ids: ['HPND'] },
  { names: ['datenlizenz deutschland namensnennung', 'dl de by', 'datenlizenz deutschland by'], ids: ['DL-DE-BY-2.0'], usual: 'DL-DE-BY-2.0' },
  { names: ['datenlizenz deutschland zero', 'dl de zero'], ids: ['DL-DE-ZERO-2.0'], usual: 'DL-DE-ZERO-2.0' },
  { names: ['vim', 'vim charityware'], ids: ['Vim'] },
  { names: ['hpnd', 'historical permission notice and disclaimer'], ids: ['HPND'] },
  { names: ['cmu', 'mit cmu', 'pil', 'carnegie mellon'], ids: ['MIT-CMU'] },
  { names: ['mit 0', 'mit no attribution', 'mit zero', 'mit 0 clause'], ids: ['MIT-0'] },
  { names: ['odbl', 'open database', 'odc open database'], ids: ['ODbL-1.0'] },
  { names: ['tcl', 'tcl tk', 'tcl/tk', 'tcltk'], ids: ['TCL'] },
  { names: ['sspl', 'server side public', 'mongodb sspl', 'mongodb server side public'], ids: ['SSPL-1.0'] },
  { names: ['elastic 2', 'elv 2', 'el 2', 'elastic license 2'], ids: ['Elastic-2.0'] },
  { names: ['elastic'], ids: ['Elastic-2.0', 'LicenseRef-scancode-elastic-license-2018'] },
  { names: ['functional source', 'fsl', 'functional source 1.1', 'fsl 1.1'], ids: ['FSL-1.1-ALv2', 'FSL-1.1-MIT'] },
  { names: ['fsl 1.1 apache 2', 'functional source 1.1 apache 2', 'fsl apache 2', 'fsl apache', 'functional source 1.1 alv 2 future'], ids: ['FSL-1.1-ALv2'] },
  { names: ['fsl mit', 'functional source 1.1 mit', 'functional source mit'], ids: ['FSL-1.1-MIT'] },
  { names: ['sustainable use', 'n 8 n sustainable use'], ids: ['SUL-1.0'] },
  { names: ['commons clause', 'common clause', 'commons clause condition', 'commons clause condition 1', 'commons clause 1'], ids: ['LicenseRef-scancode-commons-clause'] },
  { names: ['confluent community', 'confluent community 1'], ids: ['LicenseRef-scancode-confluent-community-1.0'] },
  { names: ['rsal', 'redis source available', 'rsalv'], ids: ['LicenseRef-scancode-rsal-2.0'] },
  { names: ['dbad', 'dont be a dick', 'dont be a dick public', 'don t be a dick', 'don t be a dick public'], ids: ['LicenseRef-scancode-dbad'] },
  { names: ['android software development kit', 'android sdk'], ids: ['LicenseRef-scancode-android-sdk-license'] },
  { names: ['indiana university extreme lab software 1.1.1', 'indiana university extreme lab 1.1.1', 'indiana university extreme lab'], ids: ['LicenseRef-scancode-indiana-extreme'] },
  { names: ['h 2 1', 'h 2'], ids: ['LicenseRef-scancode-h2-1.0'] },
  { names: ['freely distributable', 'freely redistributable', 'redistributable'], ids: ['LicenseRef-scancode-free-unknown'] },
  { names: ['proprietary', 'closed source', 'commercial', 'proprietary commercial', 'other proprietary', 'commercial proprietary', 'proprietary closed source', 'kommerziell', 'proprietär', 'proprietar', 'all rights reserved', 'eula', 'proprietary eula', 'closed', 'end user'], ids: ['LicenseRef-proprietary'] },
  { names: ['public domain', 'publicdomain', 'pd', 'gemeinfrei', 'in the public domain'], ids: ['LicenseRef-scancode-public-domain'] },
];
