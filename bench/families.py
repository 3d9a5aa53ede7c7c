"""How the press of several languages spells places of Syria and Iraq, by the id of the place."""

FAMILIES = {
    ("geonames:172955", "SY"): "Rakka|Raqqa|Ar-Raqqah|Er Rakka|Raqqah|Reqqa|Racca|الرقة|الرقه",
    (
        "geonames:174448",
        "SY",
    ): "Bukamal|Abu Kamal|Al-Bukamal|Abou Kamal|Albukamal|Boukamal|البوكمال|ابو كمال",
    (
        "geonames:170794",
        "SY",
    ): "Deir Ezzour|Deir ez-Zor|Dayr az-Zawr|Dêra Zor|Deir al-Zour|Deir Ezzor|Der Zor|دير الزور",
    (
        "geonames:173377",
        "SY",
    ): "Qamishli|Kamishli|Al-Qamishli|Qamişlo|Kamışlı|Qamischli|Kameshli|القامشلي",
    (
        "geonames:172256",
        "SY",
    ): "Kobani|Kobanî|Kobane|Kobanê|Ain al-Arab|Ayn al-Arab|كوباني|عين العرب",
    ("geonames:167357", "SY"): "Manbij|Membij|Menbic|Mambij|Manbidj|Minbic|Munbij|منبج",
    ("geonames:173811", "SY"): "Hasakah|Al-Hasakah|Hasaka|Hassaké|Hasakeh|Hassakeh|Haseke|الحسكة",
    ("geonames:99072", "IQ"): "Mosul|Mossoul|Musul|Mossul|Mosoel|Al-Mawsil|الموصل",
    ("geonames:169179", "SY"): "Jarabulus|Jarablus|Cerablus|Djarabulus|Jarabloes|جرابلس",
    ("geonames:90393", "IQ"): "Tal Afar|Tall Afar|Telafer|Tel Afar|Talafar|تلعفر",
    ("geonames:390188", "IQ"): "Hawija|Al-Hawijah|Alhawija|Hawidja|Hawijah|Haouija|الحويجة",
    ("geonames:99454", "IQ"): "Fallujah|Falluja|Al-Fallujah|Falloudja|Felluce|Fallouja|الفلوجة",
    ("geonames:448149", "IQ"): "Sinjar|Sindjar|Shingal|Şengal|Sincar|سنجار",
    ("geonames:173480", "SY"): "Mayadin|Al-Mayadin|Mayadeen|Al Mayadeen|Meyadin|Mayadine|الميادين",
    ("geonames:172837", "SY"): "Shaddadi|Al-Shaddadah|Ash Shaddadah|Al-Shaddadi|Chaddadé|الشدادي",
    ("geonames:172374", "SY"): "Tabqa|At-Tabqah|Tabka|Al-Tabqa|Tabaqa|Al-Thawrah|الطبقة",
    ("geonames:174018", "SY"): "Al-Bab|El Bab|Albab|al Baab|الباب",
    ("geonames:163808", "SY"): "Palmyra|Tadmur|Tadmor|Palmyre|تدمر",
    ("geonames:98717", "IQ"): "Ramadi|Ar-Ramadi|Ramadie|Al-Ramadi|الرمادي",
    ("geonames:90150", "IQ"): "Tikrit|Takrit|Tekrit|Tıkrit|تكريت",
}
"""The id of a place and its country: spellings."""
