using HaiDuong.Licensing.OneStop.Storage;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Files;

/// <summary>No text that somebody types reads an index of three letters through from end to end.</summary>
public sealed class LikePatternTests
{
    [TestCase(null, "%%")]
    [TestCase(" Nam ", "%Nam%")]
    [TestCase("5%_a\\b", "%5\\%\\_a\\\\b%")]
    [TestCase("xq", "xq%", "% xq%")]
    [TestCase("x%", "x\\%%", "% x\\%%")]
    [TestCase("%__")]
    public void Holding_IsAnywhere_AndFewLettersBeginAWord(string? typed, params string[] patterns) =>
        Assert.That(LikePattern.Holding(typed), Is.EqualTo(patterns));
}
