// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

/**
 * Formats and interfaces whose specification is published and may be implemented by everybody without a fee, by the names that categories spell them.
 *
 * What a single maker rules (DXF, RDP, SMB, DOCX in the form that Office writes) is left out, although its description can be read.
 *
 * @source European Interoperability Framework, COM(2017) 134 annex 2, section 2.3 (open specifications); standards of ISO, IETF, W3C, OASIS, OGC, OMG, DMTF, 1EdTech, KoSIT, The Open Group
 */
export const OPEN_FORMATS = [
  '3D Tiles', 'AMQP', 'ArchiMate exchange', 'BCF', 'BPMN', 'CAdES', 'CalDAV', 'CAMT', 'CardDAV', 'CII', 'CMIS', 'Compose', 'CSS', 'CSV', 'DCAT', 'DHCP', 'DKIM', 'DMN', 'DNS', 'Dockerfile',
  'EAD', 'EAP-TLS', 'EDIFACT', 'EML', 'FIDO2', 'FinTS', 'FLAC', 'FTPS', 'GeoPackage', 'GeoReport v2', 'GeoTIFF', 'glTF', 'GML', 'H5P', 'HTML', 'HTTP', 'ICAP', 'iCalendar', 'ICS', 'IFC', 'IKEv2',
  'IMAP', 'IPP', 'IPsec', 'IPTC', 'iSCSI', 'JPEG', 'JSON', 'Kerberos', 'KML', 'LandXML', 'LDAP', 'LDIF', 'LIDO', 'LTI', 'MARC21', 'Markdown', 'Matrix', 'MBOX', 'METS', 'Modbus', 'MusicXML', 'MXF',
  'NAS', 'NFS', 'OATH', 'OCI images', 'ODF', 'ODP', 'ODS', 'ODT', 'OGC API', 'OIDC', 'OParl', 'OpenAPI', 'OpenPGP', 'OpenTelemetry', 'OPML', 'OVA', 'OVF', 'PAdES', 'PDF', 'plain text', 'PNG',
  'PREMIS', 'Prometheus metrics', 'QDPX', 'QTI', 'RADIUS', 'S/MIME', 'SAML', 'SARIF', 'SCIM', 'SCORM', 'SFTP', 'SIP', 'SMTP', 'SNMP', 'SOAP', 'SQL', 'SRTP', 'SSH', 'STEP', 'SVG', 'syslog', 'TBX',
  'TMX', 'TXT', 'UBL', 'vCard', 'VCF', 'VNC', 'WebDAV', 'WFS', 'WMS', 'WMTS', 'WSDL', 'XAdES', 'XLIFF', 'XMI', 'XML', 'XMP', 'XÖV', 'XSD', 'XTA', 'Z39.50', 'ZIP', 'ZUGFeRD',
] as const;
