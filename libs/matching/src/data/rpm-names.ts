// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** Package names of Red Hat and SUSE systems whose Debian name is another. @source package indexes of the distributions; own collection */
export const RPM_NAMES: ReadonlyMap<string, string> = new Map([
  ['httpd', 'apache2'], ['bind', 'bind9'], ['openldap-servers', 'slapd'], ['postgresql-server', 'postgresql'], ['openssh-clients', 'openssh-client'], ['gnupg2', 'gnupg'], ['krb5-server', 'krb5-kdc'],
  ['mozillafirefox', 'firefox-esr'], ['firefox', 'firefox-esr'], ['mozillathunderbird', 'thunderbird'], ['mod_php', 'php'], ['java-1.8.0-openjdk', 'openjdk-8-jre'], ['java-11-openjdk', 'openjdk-11-jre'],
  ['java-17-openjdk', 'openjdk-17-jre'], ['java-21-openjdk', 'openjdk-21-jre'], ['dovecot', 'dovecot-core'], ['exim', 'exim4'], ['proftpd', 'proftpd-core'], ['docker-ce', 'docker.io'], ['moby-engine', 'docker.io'],
  ['nagios', 'nagios4'], ['emacs-nox', 'emacs'], ['qemu-kvm', 'qemu-system'], ['net-snmp', 'snmpd'], ['squid3', 'squid'], ['p7zip', '7zip'], ['p7zip-full', '7zip'],
]);
