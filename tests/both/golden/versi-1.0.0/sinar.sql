BEGIN TRANSACTION;
CREATE TABLE accounts (
	id INTEGER NOT NULL, 
	username VARCHAR(60) NOT NULL, 
	nama VARCHAR(200) NOT NULL, 
	role VARCHAR(20) NOT NULL, 
	password_hash VARCHAR(200) NOT NULL, 
	created_at DATETIME NOT NULL, 
	password_at DATETIME NOT NULL, 
	CONSTRAINT pk_accounts PRIMARY KEY (id), 
	CONSTRAINT uq_accounts_username UNIQUE (username)
);
CREATE TABLE activation_codes (
	code_hash VARCHAR(64) NOT NULL, 
	desa VARCHAR(13) NOT NULL, 
	nama VARCHAR(200) NOT NULL, 
	jabatan VARCHAR(200) NOT NULL, 
	created_at DATETIME NOT NULL, 
	created_by VARCHAR(200) NOT NULL, 
	expires_at DATETIME NOT NULL, 
	used_at DATETIME, 
	device VARCHAR(36), 
	CONSTRAINT pk_activation_codes PRIMARY KEY (code_hash), 
	CONSTRAINT fk_activation_codes_device FOREIGN KEY(device) REFERENCES devices (id)
);
INSERT INTO "activation_codes" VALUES('26c7f9c855a8a3c639a86e6ac26e70a5fc82884d5b47220e5864037ee995512d','63.11.01.2013','Ida (contoh)','Kasi Pemerintahan','2026-11-24 12:41:00.000000','operator','2026-11-27 12:41:00.000000','2026-11-24 12:41:00.000000','c7f8ea5b-02fa-44fb-b32c-bdbd8f6e24b5');
INSERT INTO "activation_codes" VALUES('9ae54852a62c7a276a86875aad80669221ea837d40d39d122c6c72441a833ba8','63.11.01.2013','Ida (contoh)','Kasi Pemerintahan','2026-11-24 12:41:09.000000','operator','2026-11-27 12:41:09.000000','2026-11-24 12:41:09.000000','59ebfa9c-a11e-43ef-997a-967e57dc879b');
CREATE TABLE acts (
	id VARCHAR(36) NOT NULL, 
	desa VARCHAR(13) NOT NULL, 
	kind VARCHAR(30) NOT NULL, 
	ref VARCHAR(36), 
	message TEXT NOT NULL, 
	device VARCHAR(36) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_acts PRIMARY KEY (id), 
	CONSTRAINT fk_acts_device FOREIGN KEY(device) REFERENCES devices (id)
);
INSERT INTO "acts" VALUES('63110120-0000-4000-8000-0000000000d1','63.11.01.2013','invitation_reply','9469deab-5135-467f-a110-24cc18c01af0','{"id":"63110120-0000-4000-8000-0000000000d1","kind":"invitation_reply","ref":"9469deab-5135-467f-a110-24cc18c01af0","waktu":"2026-11-24T20:41:00+08:00","data":{"jawaban":"datang","teks":"Kami datang berdua."}}','c7f8ea5b-02fa-44fb-b32c-bdbd8f6e24b5','2026-11-24 12:41:09.000000');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0003');
CREATE TABLE anggota (
	id VARCHAR(36) NOT NULL, 
	desa VARCHAR(13) NOT NULL, 
	versi INTEGER NOT NULL, 
	nama VARCHAR(200) NOT NULL, 
	status VARCHAR(20) NOT NULL, 
	message TEXT NOT NULL, 
	changed_at DATETIME NOT NULL, 
	CONSTRAINT pk_anggota PRIMARY KEY (id)
);
INSERT INTO "anggota" VALUES('63110120-0000-4000-8000-0000000000a1','63.11.01.2013',1,'Amat (contoh)','aktif','{"alamat": "RT 03", "alasan": "", "berakhir": null, "desa": "63.11.01.2013", "diubah": "2026-11-24T20:41:00+08:00", "hp": "", "id": "63110120-0000-4000-8000-0000000000a1", "jabatan": "anggota", "jenis_kelamin": "L", "kta": "", "mulai": null, "nama": "Amat (contoh)", "pendidikan": "", "perlengkapan": [], "regu": "pengamanan", "sk": null, "status": "aktif", "tanggal_lahir": "1995-03-14", "terdaftar_simlinmas": false, "versi": 1}','2026-11-24 12:41:09.000000');
CREATE TABLE anggota_nik (
	anggota VARCHAR(36) NOT NULL, 
	sealed TEXT NOT NULL, 
	masked VARCHAR(20) NOT NULL, 
	at DATETIME NOT NULL, 
	"by" VARCHAR(200) NOT NULL, 
	CONSTRAINT pk_anggota_nik PRIMARY KEY (anggota), 
	CONSTRAINT fk_anggota_nik_anggota FOREIGN KEY(anggota) REFERENCES anggota (id)
);
CREATE TABLE anggota_versi (
	anggota VARCHAR(36) NOT NULL, 
	versi INTEGER NOT NULL, 
	sent_versi INTEGER NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	sent TEXT NOT NULL, 
	message TEXT NOT NULL, 
	device VARCHAR(36), 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_anggota_versi PRIMARY KEY (anggota, versi), 
	CONSTRAINT fk_anggota_versi_anggota FOREIGN KEY(anggota) REFERENCES anggota (id), 
	CONSTRAINT fk_anggota_versi_device FOREIGN KEY(device) REFERENCES devices (id)
);
INSERT INTO "anggota_versi" VALUES('63110120-0000-4000-8000-0000000000a1',1,1,'ca2c62caedad3c7efa8ae47d653dbee8051eeb2532f34034bd179826ef3e7f3c','{"alamat": "RT 03", "alasan": "", "berakhir": null, "desa": "63.11.01.2013", "diubah": "2026-11-24T20:41:00+08:00", "hp": "", "id": "63110120-0000-4000-8000-0000000000a1", "jabatan": "anggota", "jenis_kelamin": "L", "kta": "", "mulai": null, "nama": "Amat (contoh)", "pendidikan": "", "perlengkapan": [], "regu": "pengamanan", "sk": null, "status": "aktif", "tanggal_lahir": "1995-03-14", "terdaftar_simlinmas": false, "versi": 1}','{"alamat": "RT 03", "alasan": "", "berakhir": null, "desa": "63.11.01.2013", "diubah": "2026-11-24T20:41:00+08:00", "hp": "", "id": "63110120-0000-4000-8000-0000000000a1", "jabatan": "anggota", "jenis_kelamin": "L", "kta": "", "mulai": null, "nama": "Amat (contoh)", "pendidikan": "", "perlengkapan": [], "regu": "pengamanan", "sk": null, "status": "aktif", "tanggal_lahir": "1995-03-14", "terdaftar_simlinmas": false, "versi": 1}','59ebfa9c-a11e-43ef-997a-967e57dc879b','2026-11-24 12:41:09.000000');
CREATE TABLE announcement_desa (
	announcement VARCHAR(36) NOT NULL, 
	desa VARCHAR(13) NOT NULL, 
	CONSTRAINT pk_announcement_desa PRIMARY KEY (announcement, desa), 
	CONSTRAINT fk_announcement_desa_announcement FOREIGN KEY(announcement) REFERENCES announcements (id)
);
INSERT INTO "announcement_desa" VALUES('108e1fe4-1c94-4601-808c-a5ca90019e64','63.11.01.2013');
CREATE TABLE announcements (
	id VARCHAR(36) NOT NULL, 
	judul VARCHAR(200) NOT NULL, 
	teks TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	"by" VARCHAR(200) NOT NULL, 
	CONSTRAINT pk_announcements PRIMARY KEY (id)
);
INSERT INTO "announcements" VALUES('108e1fe4-1c94-4601-808c-a5ca90019e64','Siaga banjir','Periksa pompa di desa.','2026-11-24 12:41:09.000000','Kasi Trantib (contoh)');
CREATE TABLE api_tokens (
	id VARCHAR(36) NOT NULL, 
	nama VARCHAR(200) NOT NULL, 
	token_hash VARCHAR(64) NOT NULL, 
	scopes TEXT NOT NULL, 
	created_at DATETIME NOT NULL, 
	created_by VARCHAR(200) NOT NULL, 
	last_used DATETIME, 
	revoked_at DATETIME, 
	CONSTRAINT pk_api_tokens PRIMARY KEY (id), 
	CONSTRAINT uq_api_tokens_token_hash UNIQUE (token_hash)
);
CREATE TABLE audit (
	id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	actor VARCHAR(200) NOT NULL, 
	action VARCHAR(60) NOT NULL, 
	ref VARCHAR(64), 
	detail TEXT NOT NULL, 
	CONSTRAINT pk_audit PRIMARY KEY (id)
);
INSERT INTO "audit" VALUES(1,'2026-11-24 12:41:00.000000','operator','code_made','63.11.01.2013','Ida (contoh)');
INSERT INTO "audit" VALUES(2,'2026-11-24 12:41:00.000000','Ida (contoh)','device_activated','c7f8ea5b-02fa-44fb-b32c-bdbd8f6e24b5','63.11.01.2013');
INSERT INTO "audit" VALUES(3,'2026-11-24 12:41:00.000000','Kasi Trantib (contoh)','laporan_perlu_perbaikan','63110120-0000-4000-8000-000000000001','versi 1');
INSERT INTO "audit" VALUES(4,'2026-11-24 12:41:00.000000','Kasi Trantib (contoh)','laporan_diverifikasi','63110120-0000-4000-8000-000000000002','versi 1');
INSERT INTO "audit" VALUES(5,'2026-11-24 12:41:09.000000','Kasi Trantib (contoh)','pembinaan_begun','9469deab-5135-467f-a110-24cc18c01af0','');
INSERT INTO "audit" VALUES(6,'2026-11-24 12:41:09.000000','Kasi Trantib (contoh)','pembinaan_sent','9469deab-5135-467f-a110-24cc18c01af0','63.11.01.2002, 63.11.01.2013');
INSERT INTO "audit" VALUES(7,'2026-11-24 12:41:09.000000','trantib','announced','108e1fe4-1c94-4601-808c-a5ca90019e64','1 desa');
INSERT INTO "audit" VALUES(8,'2026-11-24 12:41:09.000000','trantib','setting_changed','due_day','7');
INSERT INTO "audit" VALUES(9,'2026-11-24 12:41:09.000000','operator','code_made','63.11.01.2013','Ida (contoh)');
INSERT INTO "audit" VALUES(10,'2026-11-24 12:41:09.000000','Ida (contoh)','device_activated','59ebfa9c-a11e-43ef-997a-967e57dc879b','63.11.01.2013');
CREATE TABLE changes (
	seq INTEGER NOT NULL, 
	desa VARCHAR(13) NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	ref VARCHAR(36), 
	versi INTEGER, 
	data TEXT, 
	except_device VARCHAR(36), 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_changes PRIMARY KEY (seq)
);
INSERT INTO "changes" VALUES(1,'63.11.01.2013','laporan','63110120-0000-4000-8000-000000000002',1,NULL,'c7f8ea5b-02fa-44fb-b32c-bdbd8f6e24b5','2026-11-24 12:41:00.000000');
INSERT INTO "changes" VALUES(2,'63.11.01.2013','laporan','63110120-0000-4000-8000-000000000001',1,NULL,'c7f8ea5b-02fa-44fb-b32c-bdbd8f6e24b5','2026-11-24 12:41:00.000000');
INSERT INTO "changes" VALUES(3,'63.11.01.2013','laporan','63110120-0000-4000-8000-000000000003',1,NULL,'c7f8ea5b-02fa-44fb-b32c-bdbd8f6e24b5','2026-11-24 12:41:00.000000');
INSERT INTO "changes" VALUES(4,'63.11.01.2013','status','63110120-0000-4000-8000-000000000001',NULL,'{"laporan": "63110120-0000-4000-8000-000000000001", "versi": 1, "status": "perlu_perbaikan", "waktu": "2026-11-24T20:41:00+08:00", "oleh": "Kasi Trantib (contoh)", "resi": "JUAI-2026-11-0002"}',NULL,'2026-11-24 12:41:00.000000');
INSERT INTO "changes" VALUES(5,'63.11.01.2013','feedback','63110120-0000-4000-8000-000000000001',NULL,'{"id": "16081ad3-7630-413f-9267-8eab4867324c", "laporan": "63110120-0000-4000-8000-000000000001", "versi": 1, "field": "uraian", "foto": null, "text": "Sebutkan RT berapa saja.", "waktu": "2026-11-24T20:41:00+08:00", "oleh": "Kasi Trantib (contoh)"}',NULL,'2026-11-24 12:41:00.000000');
INSERT INTO "changes" VALUES(6,'63.11.01.2013','status','63110120-0000-4000-8000-000000000002',NULL,'{"laporan": "63110120-0000-4000-8000-000000000002", "versi": 1, "status": "diverifikasi", "waktu": "2026-11-24T20:41:00+08:00", "oleh": "Kasi Trantib (contoh)", "resi": "JUAI-2026-11-0001"}',NULL,'2026-11-24 12:41:00.000000');
INSERT INTO "changes" VALUES(7,'63.11.01.2013','feedback','63110120-0000-4000-8000-000000000002',NULL,'{"id": "602330d1-3599-4a21-b9ca-705d74f96364", "laporan": "63110120-0000-4000-8000-000000000002", "versi": 1, "field": null, "foto": null, "text": "Terima kasih.", "waktu": "2026-11-24T20:41:00+08:00", "oleh": "Kasi Trantib (contoh)"}',NULL,'2026-11-24 12:41:00.000000');
INSERT INTO "changes" VALUES(8,'63.11.01.2002','pembinaan','9469deab-5135-467f-a110-24cc18c01af0',1,'{"id": "9469deab-5135-467f-a110-24cc18c01af0", "versi": 1, "bentuk": "pelatihan", "judul": "Pelatihan pompa portabel", "tempat": "Balai Bata", "penyelenggara": "", "narasumber": "", "materi": "", "hasil": "", "mulai": "2026-11-27T20:41:00+08:00", "selesai": null, "jp": 0.0, "status": "direncanakan", "desa": ["63.11.01.2002", "63.11.01.2013"], "tindak_lanjut": [{"id": "b8eeb5ee-cde9-4753-9dc1-c3fb2c37a740", "teks": "Latihan ulang di desa", "desa": "63.11.01.2002", "tenggat": "2026-12-05", "status": "belum"}], "peserta": [], "jawaban": null}',NULL,'2026-11-24 12:41:09.000000');
INSERT INTO "changes" VALUES(9,'63.11.01.2013','pembinaan','9469deab-5135-467f-a110-24cc18c01af0',1,'{"id": "9469deab-5135-467f-a110-24cc18c01af0", "versi": 1, "bentuk": "pelatihan", "judul": "Pelatihan pompa portabel", "tempat": "Balai Bata", "penyelenggara": "", "narasumber": "", "materi": "", "hasil": "", "mulai": "2026-11-27T20:41:00+08:00", "selesai": null, "jp": 0.0, "status": "direncanakan", "desa": ["63.11.01.2002", "63.11.01.2013"], "tindak_lanjut": [{"id": "cb894bd3-adfa-4078-a7c1-f8f4a1f43e6e", "teks": "Latihan ulang di desa", "desa": "63.11.01.2013", "tenggat": "2026-12-05", "status": "belum"}], "peserta": [], "jawaban": null}',NULL,'2026-11-24 12:41:09.000000');
INSERT INTO "changes" VALUES(10,'63.11.01.2013','announcement','108e1fe4-1c94-4601-808c-a5ca90019e64',NULL,'{"id": "108e1fe4-1c94-4601-808c-a5ca90019e64", "judul": "Siaga banjir", "teks": "Periksa pompa di desa.", "waktu": "2026-11-24T20:41:09+08:00", "oleh": "Kasi Trantib (contoh)"}',NULL,'2026-11-24 12:41:09.000000');
INSERT INTO "changes" VALUES(11,'63.11.01.2001','settings',NULL,NULL,'{"cadence": {"per_bulan": 1}, "due_day": 7, "jenis": {"PATROLI": true, "JAGA_POS": true, "DETEKSI_DINI": true, "PAM_GIAT": true, "MEDIASI": true, "PERDES": true, "PENYULUHAN": true, "SOSIAL": true, "SIAGA_BENCANA": true, "KEBAKARAN": true, "BENCANA": true, "P3K": true, "DAPUR_UMUM": true, "PEMILIHAN": true, "OBVIT": true, "BELA_NEGARA": true, "LATIHAN": true, "LAIN": true}, "nomor_darurat": [], "retention_days": 90, "desa_data": {}}',NULL,'2026-11-24 12:41:09.000000');
INSERT INTO "changes" VALUES(12,'63.11.01.2002','settings',NULL,NULL,'{"cadence": {"per_bulan": 1}, "due_day": 7, "jenis": {"PATROLI": true, "JAGA_POS": true, "DETEKSI_DINI": true, "PAM_GIAT": true, "MEDIASI": true, "PERDES": true, "PENYULUHAN": true, "SOSIAL": true, "SIAGA_BENCANA": true, "KEBAKARAN": true, "BENCANA": true, "P3K": true, "DAPUR_UMUM": true, "PEMILIHAN": true, "OBVIT": true, "BELA_NEGARA": true, "LATIHAN": true, "LAIN": true}, "nomor_darurat": [], "retention_days": 90, "desa_data": {}}',NULL,'2026-11-24 12:41:09.000000');
INSERT INTO "changes" VALUES(13,'63.11.01.2003','settings',NULL,NULL,'{"cadence": {"per_bulan": 1}, "due_day": 7, "jenis": {"PATROLI": true, "JAGA_POS": true, "DETEKSI_DINI": true, "PAM_GIAT": true, "MEDIASI": true, "PERDES": true, "PENYULUHAN": true, "SOSIAL": true, "SIAGA_BENCANA": true, "KEBAKARAN": true, "BENCANA": true, "P3K": true, "DAPUR_UMUM": true, "PEMILIHAN": true, "OBVIT": true, "BELA_NEGARA": true, "LATIHAN": true, "LAIN": true}, "nomor_darurat": [], "retention_days": 90, "desa_data": {}}',NULL,'2026-11-24 12:41:09.000000');
INSERT INTO "changes" VALUES(14,'63.11.01.2004','settings',NULL,NULL,'{"cadence": {"per_bulan": 1}, "due_day": 7, "jenis": {"PATROLI": true, "JAGA_POS": true, "DETEKSI_DINI": true, "PAM_GIAT": true, "MEDIASI": true, "PERDES": true, "PENYULUHAN": true, "SOSIAL": true, "SIAGA_BENCANA": true, "KEBAKARAN": true, "BENCANA": true, "P3K": true, "DAPUR_UMUM": true, "PEMILIHAN": true, "OBVIT": true, "BELA_NEGARA": true, "LATIHAN": true, "LAIN": true}, "nomor_darurat": [], "retention_days": 90, "desa_data": {}}',NULL,'2026-11-24 12:41:09.000000');
INSERT INTO "changes" VALUES(15,'63.11.01.2005','settings',NULL,NULL,'{"cadence": {"per_bulan": 1}, "due_day": 7, "jenis": {"PATROLI": true, "JAGA_POS": true, "DETEKSI_DINI": true, "PAM_GIAT": true, "MEDIASI": true, "PERDES": true, "PENYULUHAN": true, "SOSIAL": true, "SIAGA_BENCANA": true, "KEBAKARAN": true, "BENCANA": true, "P3K": true, "DAPUR_UMUM": true, "PEMILIHAN": true, "OBVIT": true, "BELA_NEGARA": true, "LATIHAN": true, "LAIN": true}, "nomor_darurat": [], "retention_days": 90, "desa_data": {}}',NULL,'2026-11-24 12:41:09.000000');
INSERT INTO "changes" VALUES(16,'63.11.01.2006','settings',NULL,NULL,'{"cadence": {"per_bulan": 1}, "due_day": 7, "jenis": {"PATROLI": true, "JAGA_POS": true, "DETEKSI_DINI": true, "PAM_GIAT": true, "MEDIASI": true, "PERDES": true, "PENYULUHAN": true, "SOSIAL": true, "SIAGA_BENCANA": true, "KEBAKARAN": true, "BENCANA": true, "P3K": true, "DAPUR_UMUM": true, "PEMILIHAN": true, "OBVIT": true, "BELA_NEGARA": true, "LATIHAN": true, "LAIN": true}, "nomor_darurat": [], "retention_days": 90, "desa_data": {}}',NULL,'2026-11-24 12:41:09.000000');
INSERT INTO "changes" VALUES(17,'63.11.01.2007','settings',NULL,NULL,'{"cadence": {"per_bulan": 1}, "due_day": 7, "jenis": {"PATROLI": true, "JAGA_POS": true, "DETEKSI_DINI": true, "PAM_GIAT": true, "MEDIASI": true, "PERDES": true, "PENYULUHAN": true, "SOSIAL": true, "SIAGA_BENCANA": true, "KEBAKARAN": true, "BENCANA": true, "P3K": true, "DAPUR_UMUM": true, "PEMILIHAN": true, "OBVIT": true, "BELA_NEGARA": true, "LATIHAN": true, "LAIN": true}, "nomor_darurat": [], "retention_days": 90, "desa_data": {}}',NULL,'2026-11-24 12:41:09.000000');
INSERT INTO "changes" VALUES(18,'63.11.01.2008','settings',NULL,NULL,'{"cadence": {"per_bulan": 1}, "due_day": 7, "jenis": {"PATROLI": true, "JAGA_POS": true, "DETEKSI_DINI": true, "PAM_GIAT": true, "MEDIASI": true, "PERDES": true, "PENYULUHAN": true, "SOSIAL": true, "SIAGA_BENCANA": true, "KEBAKARAN": true, "BENCANA": true, "P3K": true, "DAPUR_UMUM": true, "PEMILIHAN": true, "OBVIT": true, "BELA_NEGARA": true, "LATIHAN": true, "LAIN": true}, "nomor_darurat": [], "retention_days": 90, "desa_data": {}}',NULL,'2026-11-24 12:41:09.000000');
INSERT INTO "changes" VALUES(19,'63.11.01.2009','settings',NULL,NULL,'{"cadence": {"per_bulan": 1}, "due_day": 7, "jenis": {"PATROLI": true, "JAGA_POS": true, "DETEKSI_DINI": true, "PAM_GIAT": true, "MEDIASI": true, "PERDES": true, "PENYULUHAN": true, "SOSIAL": true, "SIAGA_BENCANA": true, "KEBAKARAN": true, "BENCANA": true, "P3K": true, "DAPUR_UMUM": true, "PEMILIHAN": true, "OBVIT": true, "BELA_NEGARA": true, "LATIHAN": true, "LAIN": true}, "nomor_darurat": [], "retention_days": 90, "desa_data": {}}',NULL,'2026-11-24 12:41:09.000000');
INSERT INTO "changes" VALUES(20,'63.11.01.2010','settings',NULL,NULL,'{"cadence": {"per_bulan": 1}, "due_day": 7, "jenis": {"PATROLI": true, "JAGA_POS": true, "DETEKSI_DINI": true, "PAM_GIAT": true, "MEDIASI": true, "PERDES": true, "PENYULUHAN": true, "SOSIAL": true, "SIAGA_BENCANA": true, "KEBAKARAN": true, "BENCANA": true, "P3K": true, "DAPUR_UMUM": true, "PEMILIHAN": true, "OBVIT": true, "BELA_NEGARA": true, "LATIHAN": true, "LAIN": true}, "nomor_darurat": [], "retention_days": 90, "desa_data": {}}',NULL,'2026-11-24 12:41:09.000000');
INSERT INTO "changes" VALUES(21,'63.11.01.2011','settings',NULL,NULL,'{"cadence": {"per_bulan": 1}, "due_day": 7, "jenis": {"PATROLI": true, "JAGA_POS": true, "DETEKSI_DINI": true, "PAM_GIAT": true, "MEDIASI": true, "PERDES": true, "PENYULUHAN": true, "SOSIAL": true, "SIAGA_BENCANA": true, "KEBAKARAN": true, "BENCANA": true, "P3K": true, "DAPUR_UMUM": true, "PEMILIHAN": true, "OBVIT": true, "BELA_NEGARA": true, "LATIHAN": true, "LAIN": true}, "nomor_darurat": [], "retention_days": 90, "desa_data": {}}',NULL,'2026-11-24 12:41:09.000000');
INSERT INTO "changes" VALUES(22,'63.11.01.2012','settings',NULL,NULL,'{"cadence": {"per_bulan": 1}, "due_day": 7, "jenis": {"PATROLI": true, "JAGA_POS": true, "DETEKSI_DINI": true, "PAM_GIAT": true, "MEDIASI": true, "PERDES": true, "PENYULUHAN": true, "SOSIAL": true, "SIAGA_BENCANA": true, "KEBAKARAN": true, "BENCANA": true, "P3K": true, "DAPUR_UMUM": true, "PEMILIHAN": true, "OBVIT": true, "BELA_NEGARA": true, "LATIHAN": true, "LAIN": true}, "nomor_darurat": [], "retention_days": 90, "desa_data": {}}',NULL,'2026-11-24 12:41:09.000000');
INSERT INTO "changes" VALUES(23,'63.11.01.2013','settings',NULL,NULL,'{"cadence": {"per_bulan": 1}, "due_day": 7, "jenis": {"PATROLI": true, "JAGA_POS": true, "DETEKSI_DINI": true, "PAM_GIAT": true, "MEDIASI": true, "PERDES": true, "PENYULUHAN": true, "SOSIAL": true, "SIAGA_BENCANA": true, "KEBAKARAN": true, "BENCANA": true, "P3K": true, "DAPUR_UMUM": true, "PEMILIHAN": true, "OBVIT": true, "BELA_NEGARA": true, "LATIHAN": true, "LAIN": true}, "nomor_darurat": [], "retention_days": 90, "desa_data": {}}',NULL,'2026-11-24 12:41:09.000000');
INSERT INTO "changes" VALUES(24,'63.11.01.2014','settings',NULL,NULL,'{"cadence": {"per_bulan": 1}, "due_day": 7, "jenis": {"PATROLI": true, "JAGA_POS": true, "DETEKSI_DINI": true, "PAM_GIAT": true, "MEDIASI": true, "PERDES": true, "PENYULUHAN": true, "SOSIAL": true, "SIAGA_BENCANA": true, "KEBAKARAN": true, "BENCANA": true, "P3K": true, "DAPUR_UMUM": true, "PEMILIHAN": true, "OBVIT": true, "BELA_NEGARA": true, "LATIHAN": true, "LAIN": true}, "nomor_darurat": [], "retention_days": 90, "desa_data": {}}',NULL,'2026-11-24 12:41:09.000000');
INSERT INTO "changes" VALUES(25,'63.11.01.2015','settings',NULL,NULL,'{"cadence": {"per_bulan": 1}, "due_day": 7, "jenis": {"PATROLI": true, "JAGA_POS": true, "DETEKSI_DINI": true, "PAM_GIAT": true, "MEDIASI": true, "PERDES": true, "PENYULUHAN": true, "SOSIAL": true, "SIAGA_BENCANA": true, "KEBAKARAN": true, "BENCANA": true, "P3K": true, "DAPUR_UMUM": true, "PEMILIHAN": true, "OBVIT": true, "BELA_NEGARA": true, "LATIHAN": true, "LAIN": true}, "nomor_darurat": [], "retention_days": 90, "desa_data": {}}',NULL,'2026-11-24 12:41:09.000000');
INSERT INTO "changes" VALUES(26,'63.11.01.2016','settings',NULL,NULL,'{"cadence": {"per_bulan": 1}, "due_day": 7, "jenis": {"PATROLI": true, "JAGA_POS": true, "DETEKSI_DINI": true, "PAM_GIAT": true, "MEDIASI": true, "PERDES": true, "PENYULUHAN": true, "SOSIAL": true, "SIAGA_BENCANA": true, "KEBAKARAN": true, "BENCANA": true, "P3K": true, "DAPUR_UMUM": true, "PEMILIHAN": true, "OBVIT": true, "BELA_NEGARA": true, "LATIHAN": true, "LAIN": true}, "nomor_darurat": [], "retention_days": 90, "desa_data": {}}',NULL,'2026-11-24 12:41:09.000000');
INSERT INTO "changes" VALUES(27,'63.11.01.2017','settings',NULL,NULL,'{"cadence": {"per_bulan": 1}, "due_day": 7, "jenis": {"PATROLI": true, "JAGA_POS": true, "DETEKSI_DINI": true, "PAM_GIAT": true, "MEDIASI": true, "PERDES": true, "PENYULUHAN": true, "SOSIAL": true, "SIAGA_BENCANA": true, "KEBAKARAN": true, "BENCANA": true, "P3K": true, "DAPUR_UMUM": true, "PEMILIHAN": true, "OBVIT": true, "BELA_NEGARA": true, "LATIHAN": true, "LAIN": true}, "nomor_darurat": [], "retention_days": 90, "desa_data": {}}',NULL,'2026-11-24 12:41:09.000000');
INSERT INTO "changes" VALUES(28,'63.11.01.2018','settings',NULL,NULL,'{"cadence": {"per_bulan": 1}, "due_day": 7, "jenis": {"PATROLI": true, "JAGA_POS": true, "DETEKSI_DINI": true, "PAM_GIAT": true, "MEDIASI": true, "PERDES": true, "PENYULUHAN": true, "SOSIAL": true, "SIAGA_BENCANA": true, "KEBAKARAN": true, "BENCANA": true, "P3K": true, "DAPUR_UMUM": true, "PEMILIHAN": true, "OBVIT": true, "BELA_NEGARA": true, "LATIHAN": true, "LAIN": true}, "nomor_darurat": [], "retention_days": 90, "desa_data": {}}',NULL,'2026-11-24 12:41:09.000000');
INSERT INTO "changes" VALUES(29,'63.11.01.2019','settings',NULL,NULL,'{"cadence": {"per_bulan": 1}, "due_day": 7, "jenis": {"PATROLI": true, "JAGA_POS": true, "DETEKSI_DINI": true, "PAM_GIAT": true, "MEDIASI": true, "PERDES": true, "PENYULUHAN": true, "SOSIAL": true, "SIAGA_BENCANA": true, "KEBAKARAN": true, "BENCANA": true, "P3K": true, "DAPUR_UMUM": true, "PEMILIHAN": true, "OBVIT": true, "BELA_NEGARA": true, "LATIHAN": true, "LAIN": true}, "nomor_darurat": [], "retention_days": 90, "desa_data": {}}',NULL,'2026-11-24 12:41:09.000000');
INSERT INTO "changes" VALUES(30,'63.11.01.2020','settings',NULL,NULL,'{"cadence": {"per_bulan": 1}, "due_day": 7, "jenis": {"PATROLI": true, "JAGA_POS": true, "DETEKSI_DINI": true, "PAM_GIAT": true, "MEDIASI": true, "PERDES": true, "PENYULUHAN": true, "SOSIAL": true, "SIAGA_BENCANA": true, "KEBAKARAN": true, "BENCANA": true, "P3K": true, "DAPUR_UMUM": true, "PEMILIHAN": true, "OBVIT": true, "BELA_NEGARA": true, "LATIHAN": true, "LAIN": true}, "nomor_darurat": [], "retention_days": 90, "desa_data": {}}',NULL,'2026-11-24 12:41:09.000000');
INSERT INTO "changes" VALUES(31,'63.11.01.2021','settings',NULL,NULL,'{"cadence": {"per_bulan": 1}, "due_day": 7, "jenis": {"PATROLI": true, "JAGA_POS": true, "DETEKSI_DINI": true, "PAM_GIAT": true, "MEDIASI": true, "PERDES": true, "PENYULUHAN": true, "SOSIAL": true, "SIAGA_BENCANA": true, "KEBAKARAN": true, "BENCANA": true, "P3K": true, "DAPUR_UMUM": true, "PEMILIHAN": true, "OBVIT": true, "BELA_NEGARA": true, "LATIHAN": true, "LAIN": true}, "nomor_darurat": [], "retention_days": 90, "desa_data": {}}',NULL,'2026-11-24 12:41:09.000000');
INSERT INTO "changes" VALUES(32,'63.11.01.2013','laporan','63110120-0000-4000-8000-000000000004',1,NULL,'59ebfa9c-a11e-43ef-997a-967e57dc879b','2026-11-24 12:41:09.000000');
INSERT INTO "changes" VALUES(33,'63.11.01.2013','anggota','63110120-0000-4000-8000-0000000000a1',1,'{"alamat": "RT 03", "alasan": "", "berakhir": null, "desa": "63.11.01.2013", "diubah": "2026-11-24T20:41:00+08:00", "hp": "", "id": "63110120-0000-4000-8000-0000000000a1", "jabatan": "anggota", "jenis_kelamin": "L", "kta": "", "mulai": null, "nama": "Amat (contoh)", "pendidikan": "", "perlengkapan": [], "regu": "pengamanan", "sk": null, "status": "aktif", "tanggal_lahir": "1995-03-14", "terdaftar_simlinmas": false, "versi": 1}','59ebfa9c-a11e-43ef-997a-967e57dc879b','2026-11-24 12:41:09.000000');
INSERT INTO "changes" VALUES(34,'63.11.01.2013','laporan','63110120-0000-4000-8000-000000000001',2,NULL,'c7f8ea5b-02fa-44fb-b32c-bdbd8f6e24b5','2026-11-24 12:41:09.000000');
INSERT INTO "changes" VALUES(35,'63.11.01.2013','status','63110120-0000-4000-8000-000000000001',NULL,'{"laporan": "63110120-0000-4000-8000-000000000001", "versi": 2, "status": "diterima", "waktu": "2026-11-24T20:41:09+08:00", "oleh": "Ida (contoh)", "resi": "JUAI-2026-11-0002"}',NULL,'2026-11-24 12:41:09.000000');
INSERT INTO "changes" VALUES(36,'63.11.01.2013','pembinaan','9469deab-5135-467f-a110-24cc18c01af0',1,'{"id": "9469deab-5135-467f-a110-24cc18c01af0", "versi": 1, "bentuk": "pelatihan", "judul": "Pelatihan pompa portabel", "tempat": "Balai Bata", "penyelenggara": "", "narasumber": "", "materi": "", "hasil": "", "mulai": "2026-11-27T20:41:00+08:00", "selesai": null, "jp": 0.0, "status": "direncanakan", "desa": ["63.11.01.2002", "63.11.01.2013"], "tindak_lanjut": [{"id": "cb894bd3-adfa-4078-a7c1-f8f4a1f43e6e", "teks": "Latihan ulang di desa", "desa": "63.11.01.2013", "tenggat": "2026-12-05", "status": "belum"}], "peserta": [], "jawaban": "datang"}',NULL,'2026-11-24 12:41:09.000000');
CREATE TABLE counters (
	name VARCHAR(40) NOT NULL, 
	value INTEGER NOT NULL, 
	CONSTRAINT pk_counters PRIMARY KEY (name)
);
INSERT INTO "counters" VALUES('resi 2026-11',4);
INSERT INTO "counters" VALUES('seq',36);
CREATE TABLE delivered (
	device VARCHAR(36) NOT NULL, 
	laporan VARCHAR(36) NOT NULL, 
	versi INTEGER NOT NULL, 
	CONSTRAINT pk_delivered PRIMARY KEY (device, laporan), 
	CONSTRAINT fk_delivered_device FOREIGN KEY(device) REFERENCES devices (id), 
	CONSTRAINT fk_delivered_laporan FOREIGN KEY(laporan) REFERENCES laporan (id)
);
INSERT INTO "delivered" VALUES('c7f8ea5b-02fa-44fb-b32c-bdbd8f6e24b5','63110120-0000-4000-8000-000000000002',1);
INSERT INTO "delivered" VALUES('c7f8ea5b-02fa-44fb-b32c-bdbd8f6e24b5','63110120-0000-4000-8000-000000000001',2);
INSERT INTO "delivered" VALUES('c7f8ea5b-02fa-44fb-b32c-bdbd8f6e24b5','63110120-0000-4000-8000-000000000003',1);
INSERT INTO "delivered" VALUES('59ebfa9c-a11e-43ef-997a-967e57dc879b','63110120-0000-4000-8000-000000000004',1);
CREATE TABLE desa_data (
	desa VARCHAR(13) NOT NULL, 
	versi INTEGER NOT NULL, 
	message TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	"by" VARCHAR(200) NOT NULL, 
	CONSTRAINT pk_desa_data PRIMARY KEY (desa, versi)
);
CREATE TABLE devices (
	id VARCHAR(36) NOT NULL, 
	token_hash VARCHAR(64) NOT NULL, 
	desa VARCHAR(13) NOT NULL, 
	nama VARCHAR(200) NOT NULL, 
	jabatan VARCHAR(200) NOT NULL, 
	device_name VARCHAR(200) NOT NULL, 
	app_version VARCHAR(50) NOT NULL, 
	activated_at DATETIME NOT NULL, 
	last_contact DATETIME, 
	clock_offset_s FLOAT, 
	queued INTEGER, 
	free_mb INTEGER, 
	cursor INTEGER NOT NULL, 
	revoked_at DATETIME, 
	CONSTRAINT pk_devices PRIMARY KEY (id), 
	CONSTRAINT uq_devices_token_hash UNIQUE (token_hash)
);
INSERT INTO "devices" VALUES('c7f8ea5b-02fa-44fb-b32c-bdbd8f6e24b5','1dfa2808a59e59f4f927acb586a10b25177b89a6897c4c1c16fa940bf6d1627a','63.11.01.2013','Ida (contoh)','Kasi Pemerintahan','HP contoh','1.0.0','2026-11-24 12:41:00.000000','2026-11-24 12:41:09.000000',-9.0,1,800,33,NULL);
INSERT INTO "devices" VALUES('59ebfa9c-a11e-43ef-997a-967e57dc879b','599245211599da7a7ffe08dfcd9acd0770861c2be5cae86cbb0b125fb2f5ff5e','63.11.01.2013','Ida (contoh)','Kasi Pemerintahan','HP (contoh)','1.0.0','2026-11-24 12:41:09.000000','2026-11-24 12:41:09.000000',NULL,NULL,NULL,0,NULL);
CREATE TABLE feedback (
	id VARCHAR(36) NOT NULL, 
	laporan VARCHAR(36) NOT NULL, 
	versi INTEGER NOT NULL, 
	desa VARCHAR(13) NOT NULL, 
	field VARCHAR(100), 
	foto VARCHAR(64), 
	text TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	"by" VARCHAR(200) NOT NULL, 
	CONSTRAINT pk_feedback PRIMARY KEY (id), 
	CONSTRAINT fk_feedback_laporan FOREIGN KEY(laporan) REFERENCES laporan (id)
);
INSERT INTO "feedback" VALUES('16081ad3-7630-413f-9267-8eab4867324c','63110120-0000-4000-8000-000000000001',1,'63.11.01.2013','uraian',NULL,'Sebutkan RT berapa saja.','2026-11-24 12:41:00.000000','Kasi Trantib (contoh)');
INSERT INTO "feedback" VALUES('602330d1-3599-4a21-b9ca-705d74f96364','63110120-0000-4000-8000-000000000002',1,'63.11.01.2013',NULL,NULL,'Terima kasih.','2026-11-24 12:41:00.000000','Kasi Trantib (contoh)');
CREATE TABLE laporan (
	id VARCHAR(36) NOT NULL, 
	desa VARCHAR(13) NOT NULL, 
	kind VARCHAR(10) NOT NULL, 
	versi INTEGER NOT NULL, 
	status VARCHAR(20) NOT NULL, 
	status_at DATETIME NOT NULL, 
	status_by VARCHAR(200) NOT NULL, 
	resi VARCHAR(40) NOT NULL, 
	jenis VARCHAR(30), 
	mulai DATETIME, 
	bulan VARCHAR(7) NOT NULL, 
	tempat VARCHAR(200) NOT NULL, 
	uraian TEXT NOT NULL, 
	pelapor VARCHAR(200) NOT NULL, 
	jabatan VARCHAR(200) NOT NULL, 
	jumlah_foto INTEGER NOT NULL, 
	lintang FLOAT, 
	bujur FLOAT, 
	words TEXT NOT NULL, 
	device VARCHAR(36), 
	received_at DATETIME NOT NULL, 
	changed_at DATETIME NOT NULL, jumlah_personel INTEGER DEFAULT '0' NOT NULL, mendesak INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_laporan PRIMARY KEY (id), 
	CONSTRAINT fk_laporan_device FOREIGN KEY(device) REFERENCES devices (id), 
	CONSTRAINT uq_laporan_resi UNIQUE (resi)
);
INSERT INTO "laporan" VALUES('63110120-0000-4000-8000-000000000002','63.11.01.2013','kejadian',1,'diverifikasi','2026-11-24 12:41:00.000000','Kasi Trantib (contoh)','JUAI-2026-11-0001','BENCANA','2026-11-24 12:30:00.000000','2026-11','Bantaran sungai RT 04','Banjir di Bantaran sungai RT 04.','Ida (contoh)','Kasi Pemerintahan',0,NULL,NULL,'juai-2026-11-0001 lalayau bantaran sungai rt 04 banjir di bantaran sungai rt 04.     ida (contoh) kasi pemerintahan penanganan bencana banjir   ','c7f8ea5b-02fa-44fb-b32c-bdbd8f6e24b5','2026-11-24 12:41:00.000000','2026-11-24 12:41:00.000000',0,0);
INSERT INTO "laporan" VALUES('63110120-0000-4000-8000-000000000001','63.11.01.2013','kegiatan',2,'diterima','2026-11-24 12:41:09.000000','Ida (contoh)','JUAI-2026-11-0002','PATROLI','2026-11-24 12:00:00.000000','2026-11','Poskamling RT 02','Ronda keliling RT 01 sampai RT 05, keadaan aman.','Ida (contoh)','Kasi Pemerintahan',1,NULL,NULL,'juai-2026-11-0002 lalayau poskamling rt 02 ronda keliling rt 01 sampai rt 05, keadaan aman. aman terkendali    ida (contoh) kasi pemerintahan patroli / ronda babinsa amat (contoh) udin (contoh) pos ronda','c7f8ea5b-02fa-44fb-b32c-bdbd8f6e24b5','2026-11-24 12:41:00.000000','2026-11-24 12:41:09.000000',2,0);
INSERT INTO "laporan" VALUES('63110120-0000-4000-8000-000000000003','63.11.01.2013','nihil',1,'diterima','2026-11-24 12:41:00.000000','Ida (contoh)','JUAI-2026-11-0003',NULL,'2026-10-31 16:00:00.000000','2026-11','','','Ida (contoh)','Kasi Pemerintahan',0,NULL,NULL,'juai-2026-11-0003 lalayau       ida (contoh) kasi pemerintahan','c7f8ea5b-02fa-44fb-b32c-bdbd8f6e24b5','2026-11-24 12:41:00.000000','2026-11-24 12:41:00.000000',0,0);
INSERT INTO "laporan" VALUES('63110120-0000-4000-8000-000000000004','63.11.01.2013','kegiatan',1,'diterima','2026-11-24 12:41:09.000000','Ida (contoh)','JUAI-2026-11-0004','PATROLI','2026-11-24 12:00:00.000000','2026-11','Pos RT 05','Ronda keliling RT 01 sampai RT 04, keadaan aman.','Ida (contoh)','Kasi Pemerintahan',0,NULL,NULL,'juai-2026-11-0004 lalayau pos rt 05 ronda keliling rt 01 sampai rt 04, keadaan aman. aman terkendali    ida (contoh) kasi pemerintahan patroli / ronda babinsa amat (contoh) udin (contoh)','59ebfa9c-a11e-43ef-997a-967e57dc879b','2026-11-24 12:41:09.000000','2026-11-24 12:41:09.000000',2,0);
CREATE TABLE laporan_foto (
	laporan VARCHAR(36) NOT NULL, 
	versi INTEGER NOT NULL, 
	urutan INTEGER NOT NULL, 
	desa VARCHAR(13) NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	size INTEGER NOT NULL, 
	keterangan VARCHAR(200) NOT NULL, 
	sensitif BOOLEAN NOT NULL, 
	CONSTRAINT pk_laporan_foto PRIMARY KEY (laporan, versi, urutan), 
	CONSTRAINT fk_laporan_foto_laporan FOREIGN KEY(laporan) REFERENCES laporan (id)
);
INSERT INTO "laporan_foto" VALUES('63110120-0000-4000-8000-000000000001',1,0,'63.11.01.2013','5396c7861d7df0f6c7bfa00f012c1b6db46ac086495d7c46e78a9274f5b6b0ce',2185,'Pos ronda',0);
INSERT INTO "laporan_foto" VALUES('63110120-0000-4000-8000-000000000001',2,0,'63.11.01.2013','5396c7861d7df0f6c7bfa00f012c1b6db46ac086495d7c46e78a9274f5b6b0ce',2185,'Pos ronda',0);
CREATE TABLE laporan_personel (
	laporan VARCHAR(36) NOT NULL, 
	anggota VARCHAR(36) NOT NULL, 
	CONSTRAINT pk_laporan_personel PRIMARY KEY (laporan, anggota), 
	CONSTRAINT fk_laporan_personel_laporan FOREIGN KEY(laporan) REFERENCES laporan (id)
);
CREATE TABLE laporan_versi (
	laporan VARCHAR(36) NOT NULL, 
	versi INTEGER NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	in_force BOOLEAN NOT NULL, 
	message TEXT NOT NULL, 
	device VARCHAR(36), 
	received_at DATETIME NOT NULL, 
	ditulis DATETIME, 
	clock_offset_s FLOAT, 
	CONSTRAINT pk_laporan_versi PRIMARY KEY (laporan, versi, digest), 
	CONSTRAINT fk_laporan_versi_device FOREIGN KEY(device) REFERENCES devices (id), 
	CONSTRAINT fk_laporan_versi_laporan FOREIGN KEY(laporan) REFERENCES laporan (id)
);
INSERT INTO "laporan_versi" VALUES('63110120-0000-4000-8000-000000000002',1,'b1cc09e7cbbd98d0814b809f6feea619cd5f13924a9dd2ef9172d1feaa1fd3a5',1,'{"id":"63110120-0000-4000-8000-000000000002","versi":1,"kind":"kejadian","desa":"63.11.01.2013","pelapor":{"nama":"Ida (contoh)","jabatan":"Kasi Pemerintahan"},"ditulis":"2026-11-24T20:41:00+08:00","jenis":"BENCANA","mulai":"2026-11-24T20:30:00+08:00","selesai":null,"periode":null,"tempat":"Bantaran sungai RT 04","lokasi":null,"personel":[],"jumlah_personel":0,"pihak_lain":[],"dasar":"","uraian":"Banjir di Bantaran sungai RT 04.","hasil":"","kendala":"","tindak_lanjut":"","foto":[],"kejadian":{"jenis":"Banjir","waktu":"2026-11-24T20:30:00+08:00","meninggal":0,"luka":0,"mengungsi_kk":0,"mengungsi_jiwa":0,"rumah":3,"kerugian":"","penanganan":"","dihubungi":[],"kebutuhan":""},"clock_offset_s":null,"ditarik":null}','c7f8ea5b-02fa-44fb-b32c-bdbd8f6e24b5','2026-11-24 12:41:00.000000','2026-11-24 12:41:00.000000',NULL);
INSERT INTO "laporan_versi" VALUES('63110120-0000-4000-8000-000000000001',1,'99d7147cb220a84b884cd457fda30f6e77f86247d9989a0f575106662f430b97',1,'{"id":"63110120-0000-4000-8000-000000000001","versi":1,"kind":"kegiatan","desa":"63.11.01.2013","pelapor":{"nama":"Ida (contoh)","jabatan":"Kasi Pemerintahan"},"ditulis":"2026-11-24T20:41:00+08:00","jenis":"PATROLI","mulai":"2026-11-24T20:00:00+08:00","selesai":"2026-11-24T23:00:00+08:00","periode":null,"tempat":"Poskamling RT 02","lokasi":null,"personel":[{"nama":"Amat (contoh)","anggota":null},{"nama":"Udin (contoh)","anggota":null}],"jumlah_personel":2,"pihak_lain":["Babinsa"],"dasar":"","uraian":"Ronda keliling RT 01 sampai RT 04, keadaan aman.","hasil":"Aman terkendali","kendala":"","tindak_lanjut":"","foto":[{"sha256":"5396c7861d7df0f6c7bfa00f012c1b6db46ac086495d7c46e78a9274f5b6b0ce","size":2185,"lebar":64,"tinggi":48,"diambil":null,"lokasi":null,"keterangan":"Pos ronda","sensitif":false}],"kejadian":null,"clock_offset_s":null,"ditarik":null}','c7f8ea5b-02fa-44fb-b32c-bdbd8f6e24b5','2026-11-24 12:41:00.000000','2026-11-24 12:41:00.000000',NULL);
INSERT INTO "laporan_versi" VALUES('63110120-0000-4000-8000-000000000003',1,'49782e848a425a5ef0cc8cd976b6becf582a082f609484d182c34aa6d99439e7',1,'{"id":"63110120-0000-4000-8000-000000000003","versi":1,"kind":"nihil","desa":"63.11.01.2013","pelapor":{"nama":"Ida (contoh)","jabatan":"Kasi Pemerintahan"},"ditulis":"2026-11-24T20:41:00+08:00","jenis":null,"mulai":null,"selesai":null,"periode":"2026-11","tempat":"","lokasi":null,"personel":[],"jumlah_personel":0,"pihak_lain":[],"dasar":"","uraian":"","hasil":"","kendala":"","tindak_lanjut":"","foto":[],"kejadian":null,"clock_offset_s":null,"ditarik":null}','c7f8ea5b-02fa-44fb-b32c-bdbd8f6e24b5','2026-11-24 12:41:00.000000','2026-11-24 12:41:00.000000',NULL);
INSERT INTO "laporan_versi" VALUES('63110120-0000-4000-8000-000000000004',1,'b7363f90b90c97ea4950625792d405ca317dec508f99725c1b6d593f1943fcbd',1,'{"id": "63110120-0000-4000-8000-000000000004", "versi": 1, "kind": "kegiatan", "desa": "63.11.01.2013", "pelapor": {"nama": "Ida (contoh)", "jabatan": "Kasi Pemerintahan"}, "ditulis": "2026-11-24T20:41:00+08:00", "jenis": "PATROLI", "mulai": "2026-11-24T20:00:00+08:00", "selesai": "2026-11-24T23:00:00+08:00", "periode": null, "tempat": "Pos RT 05", "lokasi": null, "personel": [{"nama": "Amat (contoh)", "anggota": null}, {"nama": "Udin (contoh)", "anggota": null}], "jumlah_personel": 2, "pihak_lain": ["Babinsa"], "dasar": "", "uraian": "Ronda keliling RT 01 sampai RT 04, keadaan aman.", "hasil": "Aman terkendali", "kendala": "", "tindak_lanjut": "", "foto": [], "kejadian": null, "clock_offset_s": null, "ditarik": null}','59ebfa9c-a11e-43ef-997a-967e57dc879b','2026-11-24 12:41:09.000000','2026-11-24 12:41:00.000000',NULL);
INSERT INTO "laporan_versi" VALUES('63110120-0000-4000-8000-000000000001',2,'1c6659e2bb7e99e3f2dc229b1380c71e1527858c56801f6fa3bc7cdd5bd658ea',1,'{"id":"63110120-0000-4000-8000-000000000001","versi":2,"kind":"kegiatan","desa":"63.11.01.2013","pelapor":{"nama":"Ida (contoh)","jabatan":"Kasi Pemerintahan"},"ditulis":"2026-11-24T20:41:00+08:00","jenis":"PATROLI","mulai":"2026-11-24T20:00:00+08:00","selesai":"2026-11-24T23:00:00+08:00","periode":null,"tempat":"Poskamling RT 02","lokasi":null,"personel":[{"nama":"Amat (contoh)","anggota":null},{"nama":"Udin (contoh)","anggota":null}],"jumlah_personel":2,"pihak_lain":["Babinsa"],"dasar":"","uraian":"Ronda keliling RT 01 sampai RT 05, keadaan aman.","hasil":"Aman terkendali","kendala":"","tindak_lanjut":"","foto":[{"sha256":"5396c7861d7df0f6c7bfa00f012c1b6db46ac086495d7c46e78a9274f5b6b0ce","size":2185,"lebar":64,"tinggi":48,"diambil":null,"lokasi":null,"keterangan":"Pos ronda","sensitif":false}],"kejadian":null,"clock_offset_s":null,"ditarik":null}','c7f8ea5b-02fa-44fb-b32c-bdbd8f6e24b5','2026-11-24 12:41:09.000000','2026-11-24 12:41:00.000000',NULL);
CREATE TABLE login_failures (
	id INTEGER NOT NULL, 
	username VARCHAR(60) NOT NULL, 
	address VARCHAR(64) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_login_failures PRIMARY KEY (id)
);
CREATE TABLE month_counts (
	bulan VARCHAR(7) NOT NULL, 
	desa VARCHAR(13) NOT NULL, 
	minggu INTEGER NOT NULL, 
	kind VARCHAR(10) NOT NULL, 
	status VARCHAR(20) NOT NULL, 
	jumlah INTEGER NOT NULL, 
	CONSTRAINT pk_month_counts PRIMARY KEY (bulan, desa, minggu, kind, status)
);
INSERT INTO "month_counts" VALUES('2026-11','63.11.01.2013',4,'kejadian','diterima',0);
INSERT INTO "month_counts" VALUES('2026-11','63.11.01.2013',4,'kegiatan','diterima',2);
INSERT INTO "month_counts" VALUES('2026-11','63.11.01.2013',0,'nihil','diterima',1);
INSERT INTO "month_counts" VALUES('2026-11','63.11.01.2013',4,'kegiatan','perlu_perbaikan',0);
INSERT INTO "month_counts" VALUES('2026-11','63.11.01.2013',4,'kejadian','diverifikasi',1);
CREATE TABLE month_figures (
	bulan VARCHAR(7) NOT NULL, 
	desa VARCHAR(13) NOT NULL, 
	figure VARCHAR(40) NOT NULL, 
	jumlah INTEGER NOT NULL, 
	CONSTRAINT pk_month_figures PRIMARY KEY (bulan, desa, figure)
);
INSERT INTO "month_figures" VALUES('2026-11','63.11.01.2013','jenis BENCANA',1);
INSERT INTO "month_figures" VALUES('2026-11','63.11.01.2013','cepat',1);
INSERT INTO "month_figures" VALUES('2026-11','63.11.01.2013','jenis PATROLI',2);
INSERT INTO "month_figures" VALUES('2026-11','63.11.01.2013','orang',4);
CREATE TABLE papers (
	id VARCHAR(36) NOT NULL, 
	kind VARCHAR(30) NOT NULL, 
	periode VARCHAR(20) NOT NULL, 
	desa VARCHAR(13) NOT NULL, 
	edisi INTEGER NOT NULL, 
	nomor VARCHAR(100) NOT NULL, 
	tanggal VARCHAR(10) NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	facts TEXT NOT NULL, 
	changes TEXT NOT NULL, 
	check_code VARCHAR(32) NOT NULL, 
	approved_by VARCHAR(200) NOT NULL, 
	approved_role VARCHAR(20) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_papers PRIMARY KEY (id), 
	CONSTRAINT uq_papers_check_code UNIQUE (check_code)
);
CREATE TABLE pembinaan (
	id VARCHAR(36) NOT NULL, 
	versi INTEGER NOT NULL, 
	bentuk VARCHAR(30) NOT NULL, 
	judul VARCHAR(200) NOT NULL, 
	mulai DATETIME, 
	selesai DATETIME, 
	tempat VARCHAR(200) NOT NULL, 
	penyelenggara VARCHAR(200) NOT NULL, 
	narasumber VARCHAR(200) NOT NULL, 
	materi TEXT NOT NULL, 
	hasil TEXT NOT NULL, 
	jp FLOAT NOT NULL, 
	status VARCHAR(20) NOT NULL, 
	sent_versi INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	created_by VARCHAR(200) NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by VARCHAR(200) NOT NULL, 
	CONSTRAINT pk_pembinaan PRIMARY KEY (id)
);
INSERT INTO "pembinaan" VALUES('9469deab-5135-467f-a110-24cc18c01af0',1,'pelatihan','Pelatihan pompa portabel','2026-11-27 12:41:00.000000',NULL,'Balai Bata','','','','',0.0,'direncanakan',1,'2026-11-24 12:41:09.000000','Kasi Trantib (contoh)','2026-11-24 12:41:09.000000','Kasi Trantib (contoh)');
CREATE TABLE pembinaan_desa (
	pembinaan VARCHAR(36) NOT NULL, 
	desa VARCHAR(13) NOT NULL, 
	jawaban VARCHAR(20), 
	jawaban_teks TEXT, 
	jawaban_at DATETIME, 
	jawaban_oleh VARCHAR(200), 
	CONSTRAINT pk_pembinaan_desa PRIMARY KEY (pembinaan, desa), 
	CONSTRAINT fk_pembinaan_desa_pembinaan FOREIGN KEY(pembinaan) REFERENCES pembinaan (id)
);
INSERT INTO "pembinaan_desa" VALUES('9469deab-5135-467f-a110-24cc18c01af0','63.11.01.2002',NULL,NULL,NULL,NULL);
INSERT INTO "pembinaan_desa" VALUES('9469deab-5135-467f-a110-24cc18c01af0','63.11.01.2013','datang','Kami datang berdua.','2026-11-24 12:41:09.000000','Ida (contoh)');
CREATE TABLE pembinaan_foto (
	pembinaan VARCHAR(36) NOT NULL, 
	urutan INTEGER NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	size INTEGER NOT NULL, 
	keterangan VARCHAR(200) NOT NULL, 
	sensitif BOOLEAN NOT NULL, 
	CONSTRAINT pk_pembinaan_foto PRIMARY KEY (pembinaan, urutan), 
	CONSTRAINT fk_pembinaan_foto_pembinaan FOREIGN KEY(pembinaan) REFERENCES pembinaan (id)
);
CREATE TABLE pembinaan_laporan (
	pembinaan VARCHAR(36) NOT NULL, 
	laporan VARCHAR(36) NOT NULL, 
	CONSTRAINT pk_pembinaan_laporan PRIMARY KEY (pembinaan, laporan), 
	CONSTRAINT fk_pembinaan_laporan_laporan FOREIGN KEY(laporan) REFERENCES laporan (id), 
	CONSTRAINT fk_pembinaan_laporan_pembinaan FOREIGN KEY(pembinaan) REFERENCES pembinaan (id)
);
CREATE TABLE pembinaan_peserta (
	id VARCHAR(36) NOT NULL, 
	pembinaan VARCHAR(36) NOT NULL, 
	desa VARCHAR(13) NOT NULL, 
	anggota VARCHAR(36), 
	nama VARCHAR(200) NOT NULL, 
	jabatan VARCHAR(200) NOT NULL, 
	sertifikat VARCHAR(100) NOT NULL, 
	CONSTRAINT pk_pembinaan_peserta PRIMARY KEY (id), 
	CONSTRAINT fk_pembinaan_peserta_pembinaan FOREIGN KEY(pembinaan) REFERENCES pembinaan (id)
);
CREATE TABLE pembinaan_versi (
	pembinaan VARCHAR(36) NOT NULL, 
	versi INTEGER NOT NULL, 
	message TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	"by" VARCHAR(200) NOT NULL, 
	CONSTRAINT pk_pembinaan_versi PRIMARY KEY (pembinaan, versi), 
	CONSTRAINT fk_pembinaan_versi_pembinaan FOREIGN KEY(pembinaan) REFERENCES pembinaan (id)
);
INSERT INTO "pembinaan_versi" VALUES('9469deab-5135-467f-a110-24cc18c01af0',1,'{"id": "9469deab-5135-467f-a110-24cc18c01af0", "versi": 1, "bentuk": "pelatihan", "judul": "Pelatihan pompa portabel", "tempat": "Balai Bata", "penyelenggara": "", "narasumber": "", "materi": "", "hasil": "", "mulai": "2026-11-27T20:41:00+08:00", "selesai": null, "jp": 0.0, "status": "direncanakan", "desa": ["63.11.01.2002", "63.11.01.2013"], "tindak_lanjut": [{"id": "b8eeb5ee-cde9-4753-9dc1-c3fb2c37a740", "teks": "Latihan ulang di desa", "desa": "63.11.01.2002", "tenggat": "2026-12-05", "status": "belum"}, {"id": "cb894bd3-adfa-4078-a7c1-f8f4a1f43e6e", "teks": "Latihan ulang di desa", "desa": "63.11.01.2013", "tenggat": "2026-12-05", "status": "belum"}], "peserta": [], "laporan": []}','2026-11-24 12:41:09.000000','Kasi Trantib (contoh)');
CREATE TABLE pending_decisions (
	laporan VARCHAR(36) NOT NULL, 
	versi INTEGER NOT NULL, 
	decision TEXT NOT NULL, 
	"by" VARCHAR(200) NOT NULL, 
	at DATETIME NOT NULL, 
	due_at DATETIME NOT NULL, 
	CONSTRAINT pk_pending_decisions PRIMARY KEY (laporan), 
	CONSTRAINT fk_pending_decisions_laporan FOREIGN KEY(laporan) REFERENCES laporan (id)
);
CREATE TABLE photos (
	desa VARCHAR(13) NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	size INTEGER NOT NULL, 
	whole_at DATETIME, 
	CONSTRAINT pk_photos PRIMARY KEY (desa, sha256)
);
INSERT INTO "photos" VALUES('63.11.01.2013','5396c7861d7df0f6c7bfa00f012c1b6db46ac086495d7c46e78a9274f5b6b0ce',2185,'2026-11-24 12:41:00.000000');
CREATE TABLE read_marks (
	desa VARCHAR(13) NOT NULL, 
	ref VARCHAR(36) NOT NULL, 
	device VARCHAR(36) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_read_marks PRIMARY KEY (desa, ref), 
	CONSTRAINT fk_read_marks_device FOREIGN KEY(device) REFERENCES devices (id)
);
CREATE TABLE restores (
	id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	seq_from INTEGER NOT NULL, 
	seq_to INTEGER NOT NULL, 
	CONSTRAINT pk_restores PRIMARY KEY (id)
);
CREATE TABLE sessions (
	token_hash VARCHAR(64) NOT NULL, 
	account INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	seen_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	CONSTRAINT pk_sessions PRIMARY KEY (token_hash), 
	CONSTRAINT fk_sessions_account FOREIGN KEY(account) REFERENCES accounts (id) ON DELETE CASCADE
);
CREATE TABLE settings (
	"key" VARCHAR(60) NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_settings PRIMARY KEY ("key")
);
INSERT INTO "settings" VALUES('due_day','7');
CREATE TABLE tindak_lanjut (
	id VARCHAR(36) NOT NULL, 
	pembinaan VARCHAR(36) NOT NULL, 
	desa VARCHAR(13) NOT NULL, 
	teks TEXT NOT NULL, 
	tenggat VARCHAR(10), 
	status VARCHAR(20) NOT NULL, 
	done_at DATETIME, 
	done_by VARCHAR(200), 
	done_teks TEXT, 
	CONSTRAINT pk_tindak_lanjut PRIMARY KEY (id), 
	CONSTRAINT fk_tindak_lanjut_pembinaan FOREIGN KEY(pembinaan) REFERENCES pembinaan (id)
);
INSERT INTO "tindak_lanjut" VALUES('b8eeb5ee-cde9-4753-9dc1-c3fb2c37a740','9469deab-5135-467f-a110-24cc18c01af0','63.11.01.2002','Latihan ulang di desa','2026-12-05','belum',NULL,NULL,NULL);
INSERT INTO "tindak_lanjut" VALUES('cb894bd3-adfa-4078-a7c1-f8f4a1f43e6e','9469deab-5135-467f-a110-24cc18c01af0','63.11.01.2013','Latihan ulang di desa','2026-12-05','belum',NULL,NULL,NULL);
CREATE TABLE tindak_lanjut_foto (
	tindak_lanjut VARCHAR(36) NOT NULL, 
	urutan INTEGER NOT NULL, 
	desa VARCHAR(13) NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	size INTEGER NOT NULL, 
	keterangan VARCHAR(200) NOT NULL, 
	sensitif BOOLEAN NOT NULL, 
	CONSTRAINT pk_tindak_lanjut_foto PRIMARY KEY (tindak_lanjut, urutan), 
	CONSTRAINT fk_tindak_lanjut_foto_tindak_lanjut FOREIGN KEY(tindak_lanjut) REFERENCES tindak_lanjut (id)
);
CREATE INDEX ix_anggota_desa ON anggota (desa);
CREATE INDEX ix_audit_ref ON audit (ref);
CREATE INDEX ix_changes_desa_seq ON changes (desa, seq);
CREATE INDEX ix_devices_desa ON devices (desa);
CREATE INDEX ix_login_failures_username_at ON login_failures (username, at);
CREATE INDEX ix_photos_desa_whole_at ON photos (desa, whole_at);
CREATE INDEX ix_acts_desa ON acts (desa);
CREATE INDEX ix_anggota_versi_anggota_sent_versi ON anggota_versi (anggota, sent_versi);
CREATE INDEX ix_laporan_received_at ON laporan (received_at);
CREATE INDEX ix_delivered_laporan ON delivered (laporan);
CREATE INDEX ix_feedback_laporan ON feedback (laporan);
CREATE INDEX ix_laporan_foto_desa_sha256 ON laporan_foto (desa, sha256);
CREATE INDEX ix_papers_kind_periode ON papers (kind, periode, desa);
CREATE INDEX ix_pembinaan_mulai ON pembinaan (mulai);
CREATE INDEX ix_pembinaan_desa_desa ON pembinaan_desa (desa);
CREATE INDEX ix_pembinaan_peserta_anggota ON pembinaan_peserta (anggota);
CREATE INDEX ix_pembinaan_peserta_pembinaan ON pembinaan_peserta (pembinaan);
CREATE INDEX ix_tindak_lanjut_desa ON tindak_lanjut (desa);
CREATE INDEX ix_tindak_lanjut_pembinaan ON tindak_lanjut (pembinaan);
CREATE INDEX ix_laporan_personel_anggota ON laporan_personel (anggota);
CREATE INDEX ix_pending_decisions_due_at ON pending_decisions (due_at);
CREATE INDEX ix_tindak_lanjut_foto_desa_sha256 ON tindak_lanjut_foto (desa, sha256);
CREATE INDEX ix_laporan_order ON laporan (mendesak, received_at, id);
CREATE INDEX ix_laporan_status ON laporan (status, mendesak, received_at, id);
CREATE INDEX ix_laporan_desa ON laporan (desa, mendesak, received_at, id);
CREATE INDEX ix_laporan_jenis ON laporan (jenis, mendesak, received_at, id, status);
CREATE INDEX ix_laporan_bulan ON laporan (bulan, mendesak, received_at, id, desa);
CREATE INDEX ix_laporan_bulan_kind ON laporan (bulan, kind, received_at);
COMMIT;
