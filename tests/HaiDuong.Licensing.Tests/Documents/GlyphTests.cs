using System.Text;
using HaiDuong.Licensing.Documents;
using HaiDuong.Licensing.Documents.Content;
using HaiDuong.Licensing.Documents.Layout;
using NUnit.Framework;
using UglyToad.PdfPig;

namespace HaiDuong.Licensing.Tests.Documents;

/// <summary>Which glyph stands for which character, by its id: the text layer of a PDF tells the same whatever is drawn.</summary>
public sealed class GlyphTests
{
    [TestCase("中文书名")]
    [TestCase("日本語の本 カナ")]
    [TestCase("한국어 책")]
    [TestCase("كتاب القراءة")]
    [TestCase("หนังสือที่นี่")]
    [TestCase("ספר")]
    [TestCase("हिन्दी किताब")]
    [TestCase("✓ Ⅱ ① ﬁ")]
    [TestCase("ơ̆ ư̆ Ư̆ng")]
    public void EveryScript_HasGlyphsOfItsOwn(string text)
    {
        var set = new GlyphText(FontSet.Bundled, 14, [new TextRun(text, false, false)]);

        Assert.That(FontSet.Bundled.Unprintable(text), Is.Empty);
        Assert.That(set.Glyphs.Select(glyph => glyph.Id), Is.All.Not.Zero);
        Assert.That(
            string.Concat(set.Glyphs.Select(glyph => glyph.Text)).Replace(" ", "", StringComparison.Ordinal),
            Has.Length.EqualTo(text.Replace(" ", "", StringComparison.Ordinal).Length)
        );
    }

    [TestCase("Sách thiếu nhi 😀", "😀")]
    [TestCase("\uE000 riêng", "\uE000")]
    [TestCase("👩‍👩‍👧 và 👍🏽", "👍🏽")]
    public void CharacterWithoutGlyph_IsNamedWhole(string text, string named) => Assert.That(FontSet.Bundled.Unprintable(text), Does.Contain(named));

    [Test]
    public void LetterWithABreve_IsSetWithTheMarkOverIt()
    {
        var glyphs = new GlyphText(FontSet.Bundled, 100, [new TextRun("ơ̆", false, false)]).Glyphs;

        var plain = new GlyphText(FontSet.Bundled, 100, [new TextRun("ơ", false, false)]).Glyphs;
        Assert.That(glyphs, Has.Count.EqualTo(2));
        Assert.That(glyphs.Sum(glyph => glyph.Advance), Is.EqualTo(plain[0].Advance).Within(15), "The mark takes no room of its own.");
    }

    [Test]
    public void Render_WithACharacterWithoutGlyph_IsRefusedUnlessItIsADraft()
    {
        var document = Papers.Document(Papers.Content("Về sách 😀"));

        var refused = Assert.Throws<UnprintableTextException>(() => new OfficialDocumentRenderer().Render(document));

        Assert.That(refused!.Characters, Is.EqualTo(["😀"]));
        Assert.That(() => new OfficialDocumentRenderer().Render(document with { IsDraft = true }), Throws.Nothing);
    }

    [Test]
    public void Render_InEveryScript_KeepsTheTextAndTheSizeOfAPaper()
    {
        var pdf = new OfficialDocumentRenderer().Render(Papers.Document(Papers.Content("Sách 中文书名, 日本語の本, 한국어 책, كتاب القراءة, หนังสือ, ơ̆ ✓ Ⅱ")));

        using var read = PdfDocument.Open(pdf);
        Assert.That(read.GetPage(1).Text.Normalize(NormalizationForm.FormKC), Does.Contain("中文书名").And.Contain("日本語の本").And.Contain("한국어"));
        Assert.That(pdf, Has.Length.LessThan(1_500_000), "Only what is used is embedded of large faces.");
    }
}
