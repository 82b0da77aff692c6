using CsCheck;
using HaiDuong.Licensing.Domain.Typed;
using NUnit.Framework;
using PhoneNumbers;

namespace HaiDuong.Licensing.Tests.Typed;

public sealed class TypedPhoneTests
{
    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();
    private static readonly string[] Countries = [.. Numbers.GetSupportedRegions().Where(region => Numbers.GetExampleNumber(region) is not null)];

    /// <summary>Mobile, landline and service numbers at home, as they are kept.</summary>
    private static readonly Gen<string> AtHome = Gen.OneOf(
        Gen.Select(One('3', '5', '7', '8', '9'), Gen.Char['0', '9'].Array[8]).Select((first, rest) => $"0{first}{new string(rest)}"),
        Gen.Char['0', '9'].Array[9].Select(rest => "02" + new string(rest)),
        Gen.Select(One("1800", "1900"), Gen.OneOf(Gen.Char['0', '9'].Array[4], Gen.Char['0', '9'].Array[6])).Select((begin, rest) => begin + new string(rest))
    );

    private static Gen<T> One<T>(params T[] of) => Gen.Int[0, of.Length - 1].Select(index => of[index]);

    [TestCase("0912 345 678", "0912345678")]
    [TestCase("(0220) 385.2345", "02203852345")]
    [TestCase("+84 (0)912 345 678", "0912345678")]
    [TestCase("0084 220 385 2345", "02203852345")]
    [TestCase("+81 3-1234-5678", "+81312345678")]
    [TestCase("0081 3 1234 5678", "+81312345678")]
    [TestCase("+1 (202) 555-0143", "+12025550143")]
    [TestCase("+44 20 7946 0018", "+442079460018")]
    [TestCase("+39 06 1234 5678", "+390612345678")]
    [TestCase("1900 1234", "19001234")]
    [TestCase("1800.588.896", "1800588896")]
    [TestCase("0220 385 2345 máy lẻ 12", "02203852345 máy lẻ 12")]
    [TestCase("0220 385 2345 (ext. 12)", "02203852345 máy lẻ 12")]
    [TestCase("0220 385 2345 (máy lẻ: 12)", "02203852345 máy lẻ 12")]
    [TestCase("02203852345, số lẻ 7", "02203852345 máy lẻ 7")]
    [TestCase("1900 1234 nhánh 3", "19001234 máy lẻ 3")]
    [TestCase("+81 3-1234-5678 ext. 12", "+81312345678 máy lẻ 12")]
    [TestCase("+81 3-1234-5678 x305", "+81312345678 máy lẻ 305")]
    [TestCase("０９１２３４５６７８", "0912345678")]
    [TestCase("٠٩١٢٣٤٥٦٧٨", "0912345678")]
    public void Number_HoweverItIsTyped_IsOne(string typed, string kept)
    {
        Assert.That(TypedPhone.Read(typed), Is.EqualTo(kept));
        Assert.That(IdentityRules.IsPhone(kept), Is.True);
    }

    [TestCase("")]
    [TestCase("12345")]
    [TestCase("113")]
    [TestCase("091234567")]
    [TestCase("0112345678")]
    [TestCase("+84 12")]
    [TestCase("+0 123 456 789")]
    [TestCase("+999 123 456 789")]
    [TestCase("+81 3 1234 5678 9012 3456")]
    [TestCase("81 3 1234 5678", Description = "without the plus it is not told from a number at home")]
    [TestCase("1900 12345")]
    [TestCase("không có")]
    [TestCase("0912345678 máy lẻ")]
    [TestCase("0912345678 / 0913456789")]
    [TestCase("0909 123 456 (Ms Lan)")]
    [TestCase("1900 HELP")]
    [TestCase("½¼")]
    public void Anything_ThatCannotBeCalled_IsRefused(string typed) => Assert.That(IdentityRules.IsPhone(TypedPhone.Read(typed)), Is.False);

    [TestCase("0912345678", true)]
    [TestCase("+819012345678", true)]
    [TestCase("02203852345", false)]
    [TestCase("19001234", false)]
    [TestCase("0912345678 máy lẻ 2", false)]
    [TestCase("gọi buổi sáng", false)]
    public void TextMessage_GoesOnlyWhereItCanArrive(string kept, bool takes) => Assert.That(TypedPhone.TakesMessages(kept), Is.EqualTo(takes));

    [Test]
    public void Number_AtHome_IsTheSameInEveryGrouping() =>
        Gen.Select(AtHome, One(" ", ".", "-", "\u00A0", "\u2011", ""), Gen.Int[2, 4], Gen.Int[0, 9999])
            .Sample(
                (number, between, size, extension) =>
                {
                    var grouped = string.Join(between, number.Chunk(size).Select(group => new string(group)));

                    Assert.That(TypedPhone.Read(grouped), Is.EqualTo(number), grouped);
                    Assert.That(TypedPhone.Read($"{grouped} máy lẻ {extension}"), Is.EqualTo($"{number} máy lẻ {extension}"));
                    if (number[0] == '0')
                        Assert.That(TypedPhone.Read($"+84{between}{number[1..]}"), Is.EqualTo(number));
                    Assert.That(TypedPhone.Read(TypedPhone.Read(grouped)), Is.EqualTo(number));
                }
            );

    [TestCaseSource(nameof(Countries))]
    public void Number_OfAnyCountry_IsKeptAsE164(string country)
    {
        var number = Numbers.GetExampleNumber(country);
        var kept = Numbers.Format(number, PhoneNumberFormat.E164);
        var asKept = country == "VN" ? "0" + kept["+84".Length..] : kept;

        Assert.That(TypedPhone.Read(Numbers.Format(number, PhoneNumberFormat.INTERNATIONAL)), Is.EqualTo(asKept));
        Assert.That(TypedPhone.Read("00" + kept[1..] + " ext 7"), Is.EqualTo(asKept + " máy lẻ 7"));
        Assert.That(IdentityRules.IsPhone(asKept), Is.True);
    }

    [Test]
    public void AnyText_IsKeptTheSameWhenItIsReadAgain() =>
        Gen.String[0, 60]
            .Sample(text =>
            {
                var once = TypedPhone.Read(text);

                Assert.That(TypedPhone.Read(once), Is.EqualTo(once));
                Assert.That(!IdentityRules.IsPhone(once) || once.Length <= 40, Is.True, once);
            });
}
