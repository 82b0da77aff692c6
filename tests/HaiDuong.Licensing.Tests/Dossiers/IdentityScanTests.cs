using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Typed;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Dossiers;

/// <summary>A number that is typed at the counter, or a card that is scanned.</summary>
internal sealed class IdentityScanTests
{
    private static readonly ApplicantKind[] Foreign = [ApplicantKind.ForeignIndividual];

    [TestCase("030085001234|012345678| Nguyễn Văn A |01011985|Nam| Số 1, Gia Lộc |01012021", "030085001234", "Nguyễn Văn A", "Số 1, Gia Lộc")]
    [TestCase("030085001234||Nguyễn Văn A", "030085001234", "Nguyễn Văn A", "")]
    [TestCase(" 030085001234 ", "030085001234", "", "")]
    [TestCase(null, "", "", "")]
    public void Read_PartsTheCard(string? text, string number, string name, string address) =>
        Assert.That(IdentityScan.Read(text), Is.EqualTo(new IdentityScan(number, name, address)));

    [TestCase("030085001234", ApplicantKind.Individual)]
    [TestCase("0800011018", ApplicantKind.Organisation)]
    [TestCase("TK1234567", null, Description = "a passport is what the procedure takes")]
    public void KindBeside_NamesAVietnameseWhereOnlyForeignersMayFile(string number, ApplicantKind? kind) =>
        Assert.That(IdentityScan.Read(number).KindBeside(Foreign), Is.EqualTo(kind));

    [Test]
    public void KindBeside_WhereThatKindMayFile_IsNone() =>
        Assert.That(IdentityScan.Read("030085001234").KindBeside([ApplicantKind.Individual, .. Foreign]), Is.Null);

    [Test]
    public void KindBeside_OfANumberWithHyphensWhereForeignBodiesMayFile_IsNone() =>
        Assert.That(IdentityScan.Read("0800-011-018").KindBeside([ApplicantKind.ForeignOrganisation]), Is.Null);

    [TestCase(new[] { ApplicantKind.Organisation, ApplicantKind.Individual }, ApplicantKind.Individual)]
    [TestCase(new[] { ApplicantKind.Organisation }, ApplicantKind.Organisation)]
    public void KindAmong_OfACard_IsThePerson_WhereOneMayFile(ApplicantKind[] kinds, ApplicantKind kind) =>
        Assert.That(IdentityScan.Read("030085001234||Nguyễn Văn A").KindAmong(kinds), Is.EqualTo(kind));
}
