using System.Text;
using HaiDuong.Licensing.Domain.Typed;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Typed;

/// <summary>Letters of the time before Unicode: known by their words, and none of them lost.</summary>
public sealed class OldCharsetTests
{
    [TestCase("H¶i D\u00AD¬ng", "Hải Dương")]
    [TestCase("C«ng ty cæ phÇn V¨n hãa Thµnh §«ng", "Công ty cổ phần Văn hóa Thành Đông")]
    [TestCase("Sè 15 phè B¹ch §»ng, thµnh phè H¶i D\u00AD¬ng", "Số 15 phố Bạch Đằng, thành phố Hải Dương")]
    [TestCase("Tê r¬i giíi thiÖu cµ rèt", "Tờ rơi giới thiệu cà rốt")]
    [TestCase("X· §øc ChÝnh, huyÖn CÈm Giµng", "Xã Đức Chính, huyện Cẩm Giàng")]
    public void Tcvn3_IsKnownAndConverted(string old, string text) => AssertConverted(old, text, OldCharset.Tcvn3);

    [TestCase("Haûi Döông", "Hải Dương")]
    [TestCase("Coâng ty coå phaàn Vaên hoùa Thaønh Ñoâng", "Công ty cổ phần Văn hóa Thành Đông")]
    [TestCase("Tôø rôi giôùi thieäu caø roát", "Tờ rơi giới thiệu cà rốt")]
    [TestCase("UÛy ban nhaân daân tænh, ñöôøng Nguyeãn Löông Baèng", "Ủy ban nhân dân tỉnh, đường Nguyễn Lương Bằng")]
    public void Vni_IsKnownAndConverted(string old, string text) => AssertConverted(old, text, OldCharset.Vni);

    [TestCase("Hải Dương")]
    [TestCase("Công ty cổ phần Văn hóa Thành Đông")]
    [TestCase("Xã Đức Chính, huyện Cẩm Giàng")]
    public void TwiceEncoded_IsKnownAndConverted(string text) =>
        AssertConverted(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(Encoding.UTF8.GetBytes(text)), text, OldCharset.TwiceEncoded);

    [Test]
    public void TwiceEncoded_WhoseNoBreakSpacesBecameBlanks_IsKnownToo() =>
        AssertConverted(
            CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(Encoding.UTF8.GetBytes("Thành Đông và")).Replace('\u00A0', ' '),
            "Thành Đông và",
            OldCharset.TwiceEncoded
        );

    [TestCase("Công ty TNHH Tư vấn Thành Đông")]
    [TestCase("Hà Nam")]
    [TestCase("“Bản tin” số 5 – năm 2019")]
    [TestCase("Công ty TNHH Müller Việt Nam")]
    [TestCase("Café Sài Gòn")]
    [TestCase("Société Générale")]
    [TestCase("20°56'14\"")]
    [TestCase("Cong ty in")]
    [TestCase("")]
    public void Unicode_StaysAsItIs(string text) => Assert.That(OldCharset.Of(text), Is.Null);

    /// <summary>Every letter of Vietnamese that the old fonts have, there and back.</summary>
    [Test]
    public void EverySmallLetter_HasItsSignInBoth()
    {
        const string letters = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ";
        const string tcvn3 = "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊËÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00ADõö÷øùúûüýþ®";
        const string vni = "aøaûaõaùaïaêaèaúaüaéaëaâaàaåaãaáaäeøeûeõeùeïeâeàeåeãeáeäìæóíòoøoûoõoùoïoâoàoåoãoáoäôôøôûôõôùôïuøuûuõuùuïööøöûöõöùöïyøyûyõyùîñ";

        Assert.That(OldCharset.Tcvn3.Convert(tcvn3), Is.EqualTo(letters));
        Assert.That(OldCharset.Vni.Convert(vni), Is.EqualTo(letters));
        Assert.That(OldCharset.Vni.Convert("ÑÖÔAÂAÊOÂEÂ"), Is.EqualTo("ĐƯƠÂĂÔÊ"));
        Assert.That(OldCharset.Tcvn3.Convert("¡¢£¤¥¦§"), Is.EqualTo("ĂÂÊÔƠƯĐ"));
    }

    private static void AssertConverted(string old, string text, OldCharset charset)
    {
        Assert.That(OldCharset.Of(old), Is.SameAs(charset));
        Assert.That(charset.Convert(old), Is.EqualTo(text));
    }
}
