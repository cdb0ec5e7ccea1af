// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { DetectedEncoding } from './bytes/encoding.js';
import { detectEncoding } from './bytes/encoding.js';
import { detectListing } from './formats/listings/listings.js';

/** Formats that can be read. */
export const INVENTORY_FORMATS = [
  'csv', 'xlsx', 'ods', 'json', 'contracts', 'departments', 'cyclonedx-json', 'cyclonedx-xml', 'spdx', 'glpi-json', 'agent-xml', 'osquery', 'winget-export', 'winget-list', 'dpkg-list', 'dpkg-query', 'rpm-qa', 'apt-list', 'apk-list', 'pacman-q', 'snap-list',
  'flatpak-list', 'intune', 'opsi', 'swid', 'publiccode', 'powershell', 'sccm', 'lansweeper',
] as const;
export type InventoryFormat = (typeof INVENTORY_FORMATS)[number];

/** What the first bytes of a file say; a file of a known kind that cannot be read here has a `kind` for the problem. */
export type DetectedFormat =
  | { readonly format: InventoryFormat; readonly encoding: DetectedEncoding }
  | { readonly format: null; readonly problem: 'IMPORTING.FILE_EMPTY' | 'IMPORTING.FILE_BINARY' | 'IMPORTING.FILE_PACKED' | 'IMPORTING.XLS_OLD' | 'IMPORTING.FILE_ENCRYPTED'; readonly kind: string }
  | { readonly format: null; readonly problem: 'IMPORTING.FORMAT_UNKNOWN'; readonly kind: string; readonly encoding: DetectedEncoding };

/** Bytes that {@link detectFormat} wants to see, where the file has them. */
export const HEAD_BYTES = 65_536;

const MAGIC: readonly (readonly [readonly number[], string, 'IMPORTING.FILE_PACKED' | 'IMPORTING.FILE_BINARY'])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'zip', 'IMPORTING.FILE_PACKED'],
  [[0x50, 0x4b, 0x05, 0x06], 'zip', 'IMPORTING.FILE_PACKED'],
  [[0x1f, 0x8b], 'gzip', 'IMPORTING.FILE_PACKED'],
  [[0x42, 0x5a, 0x68], 'bzip2', 'IMPORTING.FILE_PACKED'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'xz', 'IMPORTING.FILE_PACKED'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'zstd', 'IMPORTING.FILE_PACKED'],
  [[0x37, 0x7a, 0xbc, 0xaf], '7z', 'IMPORTING.FILE_PACKED'],
  [[0x52, 0x61, 0x72, 0x21], 'rar', 'IMPORTING.FILE_PACKED'],
  [[0x25, 0x50, 0x44, 0x46], 'pdf', 'IMPORTING.FILE_BINARY'],
  [[0x89, 0x50, 0x4e, 0x47], 'png', 'IMPORTING.FILE_BINARY'],
  [[0xff, 0xd8, 0xff], 'jpeg', 'IMPORTING.FILE_BINARY'],
  [[0x7f, 0x45, 0x4c, 0x46], 'elf', 'IMPORTING.FILE_BINARY'],
  [[0x47, 0x49, 0x46, 0x38], 'gif', 'IMPORTING.FILE_BINARY'],
  [[0x4d, 0x53, 0x43, 0x46], 'cab', 'IMPORTING.FILE_PACKED'],
  [[0x25, 0x21, 0x50, 0x53], 'postscript', 'IMPORTING.FILE_BINARY'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'rtf', 'IMPORTING.FILE_BINARY'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'sqlite', 'IMPORTING.FILE_BINARY'],
];

/**
 * Tells the format of a file from its first bytes, never from its name.
 *
 * @param isWhole true where `head` is the whole file
 */
export function detectFormat(head: Uint8Array, isWhole: boolean): DetectedFormat {
  if (head.length === 0) return { format: null, problem: 'IMPORTING.FILE_EMPTY', kind: 'empty' };
  if (OLE.every((byte, index) => head[index] === byte)) return oldOfficeFile(head);
  const magic = MAGIC.find(([bytes]) => bytes.every((byte, index) => head[index] === byte));
  if (magic) return { format: null, problem: magic[2], kind: magic[1] };
  if (head[0] === 0x4d && head[1] === 0x5a && head.subarray(2, 64).includes(0)) return { format: null, problem: 'IMPORTING.FILE_BINARY', kind: 'exe' };
  if (new TextDecoder('latin1').decode(head.subarray(257, 262)) === 'ustar') return { format: null, problem: 'IMPORTING.FILE_PACKED', kind: 'tar' };
  const encoding = detectEncoding(head, isWhole);
  if (encoding === null) return { format: null, problem: 'IMPORTING.FILE_BINARY', kind: 'binary' };
  const raw = headText(head, encoding);
  const text = raw.trimStart();
  if (text === '') return isWhole ? { format: null, problem: 'IMPORTING.FILE_EMPTY', kind: 'empty' } : { format: 'csv', encoding };
  if (text.startsWith('{') || /^\[\s*[[{"\]]/.test(text)) return detectJson(text, encoding);
  if (/^<(\?xml|!DOCTYPE|!--|[A-Za-z])/.test(text)) return detectXml(text, encoding);
  if (/^[ \t]*["']?(SPDXVersion|spdxVersion)["']?[ \t]*:/m.test(text)) return { format: 'spdx', encoding };
  if (/^["']?publiccodeYmlVersion["']?\s*:/m.test(text)) return { format: 'publiccode', encoding };
  const listing = detectListing(raw, isWhole);
  return { format: (listing?.format as InventoryFormat | undefined) ?? 'csv', encoding };
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1];

/** The container of Office files before 2007, and of later ones with a password; the names in its directory tell which. */
function oldOfficeFile(head: Uint8Array): DetectedFormat {
  const text = new TextDecoder('latin1').decode(head).replaceAll('\0', '');
  if (text.includes('EncryptedPackage') || text.includes('EncryptionInfo')) return { format: null, problem: 'IMPORTING.FILE_ENCRYPTED', kind: 'xlsx' };
  if (text.includes('WordDocument')) return { format: null, problem: 'IMPORTING.FILE_BINARY', kind: 'doc' };
  return { format: null, problem: 'IMPORTING.XLS_OLD', kind: 'xls' };
}

/** Sections that the inventory of a GLPI agent begins with; which comes first depends on the machine. */
const GLPI_CONTENT = /"content"\s*:\s*\{\s*"(accesslog|accountinfo|antivirus|batteries|bios|cameras|cartridges|controllers|cpus|databases_services|drives|envs|extlicenses|firewalls|firmwares|hardware|inputs|licenseinfos|local_groups|local_users|logical_volumes|memories|modems|monitors|networks|operatingsystem|physical_volumes|ports|powersupplies|printers|processes|registry|remote_mgmt|sensors|simcards|slots|softwares|sounds|storages|usbdevices|users|versionclient|versionprovider|videos|virtualmachines|volume_groups)"/;

function detectJson(text: string, encoding: DetectedEncoding): DetectedFormat {
  const isCycloneDx = /"bomFormat"\s*:\s*"CycloneDX"/i.test(text) || /cyclonedx\.org\/schema\/bom/.test(text);
  if (isCycloneDx) return { format: 'cyclonedx-json', encoding };
  if (/"specVersion"\s*:\s*"1\.\d"/.test(text) && /"(components|metadata|dependencies)"\s*:/.test(text)) return { format: 'cyclonedx-json', encoding };
  if (/"spdxVersion"\s*:|spdx\.org\/rdf\/3/.test(text)) return { format: 'spdx', encoding };
  if (/"content"\s*:\s*\{/.test(text) && (/"(deviceid|versionclient)"\s*:/.test(text) || GLPI_CONTENT.test(text))) return { format: 'glpi-json', encoding };
  if (/"Sources"\s*:\s*\[/.test(text) && /"(PackageIdentifier|SourceDetails)"\s*:/.test(text)) return { format: 'winget-export', encoding };
  if (isOsqueryLog(text)) return { format: 'osquery', encoding };
  if (/"(productId|clientId)"\s*:/.test(text) && /"(installationStatus|packageVersion|productVersion|subVersion)"\s*:/.test(text)) return { format: 'opsi', encoding };
  if (/"type"\s*:\s*"(Localboot|Netboot)Product"/.test(text)) return { format: 'opsi', encoding };
  if (/^\[\s*\{/.test(text) || /"[^"\\]{1,80}"\s*:\s*\[\s*\{/.test(text)) return { format: 'json', encoding };
  if (/"(DisplayName|displayName|ApplicationName|softwareName)"\s*:\s*"/.test(text) || isJsonLines(text)) return { format: 'json', encoding };
  return { format: null, problem: 'IMPORTING.FORMAT_UNKNOWN', kind: 'json', encoding };
}

/** Events of osquery's logger: rows that came or went, snapshots, or batches of them. */
export function isOsqueryLog(text: string): boolean {
  const hasHost = /"(hostIdentifier|host_identifier|calendarTime|unixTime)"\s*:/.test(text);
  const hasRows = /"(snapshot|diffResults)"\s*:/.test(text) || (/"columns"\s*:\s*\{/.test(text) && /"action"\s*:/.test(text));
  return /^(\[\s*)?\{/.test(text) && hasRows && (hasHost || /^(\[\s*)?\{\s*"(snapshot|diffResults)"/.test(text));
}

/** Whether the first two lines are objects of their own. */
export function isJsonLines(text: string): boolean {
  const [first = '', second = ''] = text.split(/\r?\n/, 2);
  if (!/^\{.*\}\s*$/.test(first) || !second.startsWith('{')) return false;
  try {
    return Object.keys(JSON.parse(first) as object).length > 1;
  } catch {
    return false;
  }
}

function detectXml(text: string, encoding: DetectedEncoding): DetectedFormat {
  if (/cyclonedx\.org\/schema\/bom/.test(text)) return { format: 'cyclonedx-xml', encoding };
  if (/<REQUEST[\s>]/.test(text) && /<(CONTENT|DEVICEID|QUERY)[\s>]/.test(text)) return { format: 'agent-xml', encoding };
  if (/<(\w+:)?(SoftwareIdentity|software_identification_tag)[\s>]/i.test(text)) return { format: 'swid', encoding };
  return { format: null, problem: 'IMPORTING.FORMAT_UNKNOWN', kind: /^<!DOCTYPE html|<html[\s>]/i.test(text) ? 'html' : 'xml', encoding };
}

/** The head as text, good enough to recognise a format. */
function headText(head: Uint8Array, encoding: DetectedEncoding): string {
  const bytes = head.subarray(encoding.bomBytes);
  if (encoding.encoding === 'utf-16le' || encoding.encoding === 'utf-16be') {
    const offset = encoding.encoding === 'utf-16le' ? 0 : 1;
    let text = '';
    for (let at = offset; at < bytes.length; at += 2) text += String.fromCharCode(bytes[at] as number);
    return text;
  }
  return new TextDecoder('utf-8').decode(bytes);
}
