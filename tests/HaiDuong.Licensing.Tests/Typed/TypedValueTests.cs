using HaiDuong.Licensing.Domain.Typed;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Typed;

/// <summary>What people type, kind by kind: what is unambiguous is read, what is not is refused and never guessed.</summary>
public sealed class TypedValueTests
{
    [TestCase("05/09/2019")]
    [TestCase("5/9/2019")]
    [TestCase("05092019")]
    [TestCase("20190905")]
    [TestCase(" 5-9-2019 ")]
    [TestCase("5.9.2019")]
    [TestCase("5 / 9 / 2019")]
    [TestCase("5–9–2019")]
    [TestCase("05\u00A009\u202F2019")]
    [TestCase("2019-09-05")]
    [TestCase("Ngày 5 tháng 9 năm 2019")]
    [TestCase("０５/０９/２０１９")]
    [TestCase("٠٥/٠٩/٢٠١٩")]
    [TestCase("०५/०९/२०१९")]
    [TestCase("\u200E05/09/2019\u200F")]
    public void Date_InTheWaysPeopleTypeIt_IsRead(string text)
    {
        var read = TypedDate.TryRead(text, out var date, out var fault);

        Assert.That((read, date, fault), Is.EqualTo((true, new LocalDate(2019, 9, 5), TypedFault.None)));
    }

    [TestCase("", TypedFault.NotADate)]
    [TestCase(null, TypedFault.NotADate)]
    [TestCase("5/9/19", TypedFault.ShortYear)]
    [TestCase("5-9-58", TypedFault.ShortYear)]
    [TestCase("31/2/19", TypedFault.NotADate)]
    [TestCase("5/9", TypedFault.NotADate)]
    [TestCase("+5/9/2019", TypedFault.NotADate)]
    [TestCase("5/9/2019 8h", TypedFault.NotADate)]
    [TestCase("năm 2019", TypedFault.NotADate)]
    [TestCase("29/02/2019", TypedFault.NoSuchDay)]
    [TestCase("31/04/2019", TypedFault.NoSuchDay)]
    [TestCase("00/04/2019", TypedFault.NoSuchDay)]
    [TestCase("09/13/2019", TypedFault.NoSuchDay)]
    [TestCase("01/01/0019", TypedFault.NoSuchDay)]
    [TestCase("99999999", TypedFault.NoSuchDay)]
    public void Date_ThatIsNone_SaysWhy(string? text, TypedFault why)
    {
        var read = TypedDate.TryRead(text, out _, out var fault);

        Assert.That((read, fault), Is.EqualTo((false, why)));
    }

    [TestCase("5/9/19", "05/09/2019, 05/09/1919")]
    [TestCase("29/2/00", "29/02/2000")]
    [TestCase("31/2/19", "")]
    [TestCase("5/9/2019", "")]
    public void Date_WithAShortYear_NamesWhatWasMeant(string text, string meant) =>
        Assert.That(
            (
                TypedDate.Written(TypedDate.OfShortYear(text)),
                TypedDate.Written(TypedMoment.OfShortYear($"{text} 8h30")),
                TypedDate.Written(TypedMoment.OfShortYear($"8:30 {text}"))
            ),
            Is.EqualTo((meant, meant, meant))
        );

    [TestCase("5/3/19", "2019-03-05")]
    [TestCase("5-3-58", "1958-03-05")]
    [TestCase("05.03.2019", "2019-03-05")]
    [TestCase("29/02/00", "2000-02-29")]
    [TestCase("5/3/40", null)]
    [TestCase("31/02/19", null)]
    [TestCase("190305", null)]
    public void Date_WithAShortYear_IsReadWhereOneCenturyIsPossible(string text, string? day)
    {
        var read = TypedDate.TryReadBetween(text, new LocalDate(1945, 9, 2), new LocalDate(2026, 4, 13), out var date, out _);

        Assert.That(read ? date.ToString("uuuu-MM-dd", null) : null, Is.EqualTo(day));
    }

    [Test]
    public void Date_WithAShortYearOfTwoPossibleCenturies_IsRefused() =>
        Assert.That(TypedDate.TryReadBetween("5/3/50", new LocalDate(1945, 9, 2), new LocalDate(2200, 1, 1), out _, out _), Is.False);

    [TestCase("43536", false, "2019-03-12")]
    [TestCase("42074", true, "2019-03-12")]
    [TestCase("800111238", false, null)]
    public void Date_OfASpreadsheet_CountsFromItsOwnBeginning(string text, bool since1904, string? day) =>
        Assert.That(TypedDate.OfSerial(text, since1904)?.ToString("uuuu-MM-dd", null), Is.EqualTo(day));

    [TestCase("01/04", 4, 1)]
    [TestCase("29-2", 2, 29)]
    [TestCase("１/４", 4, 1)]
    public void DayOfEveryYear_IsRead(string text, int month, int day)
    {
        Assert.That(TypedDate.TryReadYearly(text, out var read), Is.True);
        Assert.That((read.Month, read.Day), Is.EqualTo((month, day)));
    }

    [TestCase("08:30")]
    [TestCase("8:30")]
    [TestCase("08:30:00")]
    [TestCase("8h30")]
    [TestCase("8H30")]
    [TestCase("8g30")]
    [TestCase("8 giờ 30 phút")]
    [TestCase("0830")]
    [TestCase("8.30")]
    [TestCase("8h30 sáng")]
    [TestCase("8:30 AM")]
    [TestCase("８ｈ３０")]
    [TestCase("8\u00A0h\u00A030")]
    public void Time_InTheWaysPeopleTypeIt_IsRead(string text)
    {
        Assert.That(TypedTime.TryRead(text, out var time, out _), Is.True);
        Assert.That(time, Is.EqualTo(new LocalTime(8, 30)));
    }

    [TestCase("9h", 9)]
    [TestCase("2 giờ chiều", 14)]
    [TestCase("2h PM", 14)]
    [TestCase("12h am", 0)]
    [TestCase("7h tối", 19)]
    [TestCase("12h trưa", 12)]
    public void Time_OfAHalfOfTheDay_IsRead(string text, int hour) =>
        Assert.That(TypedTime.TryRead(text, out var time, out _) ? time : default, Is.EqualTo(new LocalTime(hour, 0)));

    [TestCase("24:00")]
    [TestCase("8:60")]
    [TestCase("8")]
    [TestCase("8:3")]
    [TestCase("8h5")]
    [TestCase("8:30:15")]
    [TestCase("a:30")]
    [TestCase("13h am")]
    [TestCase("12h sáng")]
    [TestCase("-8:30")]
    [TestCase("")]
    public void Time_ThatIsNone_IsRefused(string text)
    {
        Assert.That(TypedTime.TryRead(text, out _, out var fault), Is.False);
        Assert.That(fault, Is.EqualTo(TypedFault.NotATime));
    }

    [TestCase("1/12/2026 9h")]
    [TestCase("01/12/2026 09:00")]
    [TestCase("01/12/2026, 9:00")]
    [TestCase("2026-12-01T09:00")]
    [TestCase("2026-12-01T09:00:00")]
    [TestCase("01122026 0900")]
    [TestCase("9h 1/12/2026")]
    [TestCase("9 giờ 00 phút, ngày 1 tháng 12 năm 2026")]
    [TestCase("ngày 1/12/2026 lúc 9h")]
    [TestCase("１/１２/２０２６　９ｈ")]
    public void Moment_InTheWaysPeopleTypeIt_IsRead(string text)
    {
        Assert.That(TypedMoment.TryRead(text, out var moment), Is.True);
        Assert.That(moment, Is.EqualTo(new LocalDateTime(2026, 12, 1, 9, 0)));
    }

    [TestCase("1/12/2026")]
    [TestCase("9h")]
    [TestCase("1/12/2026 25h")]
    [TestCase("1/12 9h")]
    [TestCase("")]
    public void Moment_ThatIsNone_IsRefused(string text) => Assert.That(TypedMoment.TryRead(text, out _), Is.False);

    [TestCase("1.234.567,5", "1234567.5")]
    [TestCase("1,234,567.5", "1234567.5")]
    [TestCase("1234567,5", "1234567.5")]
    [TestCase("12,25", "12.25")]
    [TestCase("12,125", "12.125")]
    [TestCase("12.5", "12.5")]
    [TestCase("0.125", "0.125")]
    [TestCase("1234.567", "1234.567")]
    [TestCase("1 250", "1250")]
    [TestCase("1\u00A0250,5", "1250.5")]
    [TestCase("-3", "-3")]
    [TestCase("−3", "-3")]
    [TestCase("+3", "3")]
    [TestCase("0", "0")]
    [TestCase("１２，５", "12.5")]
    [TestCase("١٢٫٥", "12.5")]
    public void Number_ThatMeansOneThing_IsRead(string text, decimal value)
    {
        Assert.That(TypedNumber.TryRead(text, out var number, out _), Is.True);
        Assert.That(number, Is.EqualTo(value));
    }

    [TestCase("1.250", TypedFault.NotANumber)]
    [TestCase("1,2,3", TypedFault.NotANumber)]
    [TestCase("1.2.3", TypedFault.NotANumber)]
    [TestCase("1 2", TypedFault.NotANumber)]
    [TestCase("1e3", TypedFault.NotANumber)]
    [TestCase("½", TypedFault.NotANumber)]
    [TestCase("mười hai", TypedFault.NotANumber)]
    [TestCase("", TypedFault.NotANumber)]
    [TestCase("99999999999999999999999999999999", TypedFault.TooLarge)]
    public void Number_ThatCouldBeMisread_IsRefused(string text, TypedFault why)
    {
        Assert.That(TypedNumber.TryRead(text, out _, out var fault), Is.False);
        Assert.That(fault, Is.EqualTo(why));
    }

    [TestCase("1.250", 1250)]
    [TestCase("1,250,000", 1_250_000)]
    [TestCase("12,0", 12)]
    [TestCase("１２０", 120)]
    public void WholeNumber_IsRead(string text, long value) =>
        Assert.That(TypedNumber.TryReadWhole(text, out var number, out _) ? number : -1, Is.EqualTo(value));

    [TestCase("1,250", TypedFault.NotWhole)]
    [TestCase("12,000", TypedFault.NotWhole)]
    [TestCase("12,5", TypedFault.NotWhole)]
    [TestCase("99999999999999999999", TypedFault.TooLarge)]
    public void WholeNumber_ThatIsNotSurelyOne_IsRefused(string text, TypedFault why)
    {
        Assert.That(TypedNumber.TryReadWhole(text, out _, out var fault), Is.False);
        Assert.That(fault, Is.EqualTo(why));
    }

    [TestCase("1.500.000", 1_500_000)]
    [TestCase("1500000 đ", 1_500_000)]
    [TestCase("1.500.000 đồng", 1_500_000)]
    [TestCase("1,5 triệu đồng", 1_500_000)]
    [TestCase("15.000VND", 15_000)]
    [TestCase("15.000₫", 15_000)]
    [TestCase("15 nghìn", 15_000)]
    public void Money_WithItsUnit_IsRead(string text, long value)
    {
        Assert.That(TypedMoney.TryRead(text, out var dong, out _), Is.True);
        Assert.That(dong, Is.EqualTo(value));
    }

    [TestCase("-5")]
    [TestCase("1,5")]
    [TestCase("15,000")]
    [TestCase("1.500 triệu")]
    [TestCase("15 USD")]
    [TestCase("đồng")]
    public void Money_NegativeForeignOrBroken_IsRefused(string text)
    {
        Assert.That(TypedMoney.TryRead(text, out _, out var fault), Is.False);
        Assert.That(fault, Is.EqualTo(TypedFault.NotMoney));
    }

    [TestCase("030 085 001 234", "030085001234")]
    [TestCase("０３００８５００１２３４", "030085001234")]
    [TestCase("0800.111.238", "0800111238")]
    [TestCase("0800111238001", "0800111238-001")]
    [TestCase("0800111238 – 001", "0800111238-001")]
    [TestCase("B 123 x", "B 123 x")]
    public void Identity_LosesItsGroups_AndNothingElse(string text, string number) =>
        Assert.That(TypedIdentity.Read(text, ApplicantKind.Individual), Is.EqualTo(number));

    [TestCase("030-085-001234", ApplicantKind.Individual, "030085001234")]
    [TestCase("0104-01-123456", ApplicantKind.ForeignOrganisation, "0104-01-123456")]
    [TestCase("0104 – 01 – 123456", ApplicantKind.ForeignOrganisation, "0104-01-123456")]
    [TestCase("hrb 12345 b", ApplicantKind.ForeignOrganisation, "HRB12345B")]
    [TestCase("12 / GP-UBND", ApplicantKind.ForeignOrganisation, "12/GP-UBND")]
    [TestCase("tk 1234567", ApplicantKind.ForeignIndividual, "TK1234567")]
    [TestCase("ＴＫ-1234567", ApplicantKind.ForeignIndividual, "TK1234567")]
    [TestCase("không có", ApplicantKind.ForeignIndividual, "không có")]
    [TestCase("không có", ApplicantKind.ForeignOrganisation, "không có")]
    public void Identity_IsReadAsTheKindOfItsHolderSays(string text, ApplicantKind kind, string number)
    {
        Assert.That(TypedIdentity.Read(text, kind), Is.EqualTo(number));
        Assert.That(TypedIdentity.Read(number, kind), Is.EqualTo(number));
        Assert.That(TypedIdentity.Possible(text), Does.Contain(number));
    }

    [TestCase("912345678", "0912345678")]
    [TestCase("2203852345", "02203852345")]
    [TestCase("0912345678", null)]
    [TestCase("12345", null)]
    public void Phone_ThatLostItsZeroInASpreadsheet_IsKnown(string text, string? number) => Assert.That(TypedPhone.WithLostZero(text), Is.EqualTo(number));

    [TestCase("14,5x20,5", "14,5 x 20,5")]
    [TestCase("14.5 X 20.5", "14,5 x 20,5")]
    [TestCase("16 x 24 cm", "16 x 24")]
    [TestCase("16cm×24cm", "16 x 24")]
    [TestCase("16*24", "16 x 24")]
    [TestCase("160 x 240 mm", null)]
    [TestCase("khổ nhỏ", null)]
    public void Size_HoweverItIsSpaced_IsOne(string text, string? size) => Assert.That(TypedSize.Read(text), Is.EqualTo(size));

    [Test]
    public void AnyReader_OfAnEndlessText_ReadsNothingAndKeepsItWhole()
    {
        var endless = new string('1', 300_000);

        Assert.That(
            (TypedDate.TryRead(endless, out _, out _), TypedTime.TryRead(endless, out _, out _), TypedMoment.TryRead(endless, out _)),
            Is.EqualTo((false, false, false))
        );
        Assert.That(
            (TypedNumber.TryRead(endless, out _, out _), TypedMoney.TryRead(endless, out _, out _), TypedDegrees.Read(endless)),
            Is.EqualTo((false, false, (decimal?)null))
        );
        Assert.That((TypedIdentity.Read(endless), TypedPhone.Read(endless), TypedEmail.Read(endless)), Is.EqualTo((endless, endless, endless)));
    }
}
