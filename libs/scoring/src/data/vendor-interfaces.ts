// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

/**
 * Interfaces that belong to one maker, but whose description that maker publishes, by the names that registers spell them.
 *
 * @source public references of the makers: Microsoft Learn (OLE, COM, VBA, MAPI, EWS, Graph, ADO, WMI, group policy, T-SQL, Open Specifications for SMB and RDP), Oracle Database
 *   documentation (PL/SQL, JDBC drivers), SAP Help Portal (RFC, BAPI, IDoc, OData services), Esri (Shapefile, File Geodatabase API), Autodesk (DXF reference)
 */
export const DOCUMENTED_VENDOR_INTERFACES = [
  'ABAP', 'Active Directory', 'ActiveX', 'ADO', 'ADO.NET', 'ArcGIS REST', 'BAPI', 'DCOM', 'DOCX', 'DXF', 'EWS', 'Exchange Web Services', 'File Geodatabase', 'Group policy', 'Gruppenrichtlinie', 'IDoc',
  'JDBC', 'MAPI', 'Microsoft Graph', 'MSMQ', 'OLE', 'OLE DB', 'PL/SQL', 'PowerShell', 'PPTX', 'RDP', 'SAP RFC', 'Shapefile', 'SharePoint REST', 'SMB', 'T-SQL', 'VBA', 'WMI', 'XLS', 'XLSX',
] as const;

/** Words by which a register says that nobody outside knows how an interface works. */
export const UNDOCUMENTED_WORDS = ['proprietär', 'proprietary', 'undokumentiert', 'undocumented', 'Direktzugriff', 'direct table access', 'screen scraping'] as const;
