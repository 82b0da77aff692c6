using HaiDuong.Licensing.Web.Ui.Entry;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Ui;

public sealed class VietnameseEntryTests
{
    [TestCase("05/09/2019")]
    [TestCase("5/9/2019")]
    [TestCase("05092019")]
    [TestCase(" 5-9-2019 ")]
    [TestCase("5.9.2019")]
    [TestCase("5 / 9 / 2019")]
    public void Date_InTheWaysPeopleTypeIt_IsRead(string text)
    {
        var read = VietnameseDate.TryParse(text, out var date, out var refusal);

        Assert.That((read, date, refusal), Is.EqualTo((true, new LocalDate(2019, 9, 5), EntryRefusal.None)));
    }

    [TestCase("", EntryRefusal.NotADate)]
    [TestCase(null, EntryRefusal.NotADate)]
    [TestCase("2019-09-05", EntryRefusal.NotADate)]
    [TestCase("5/9/19", EntryRefusal.NotADate)]
    [TestCase("5/9", EntryRefusal.NotADate)]
    [TestCase("+5/9/2019", EntryRefusal.NotADate)]
    [TestCase("29/02/2019", EntryRefusal.NoSuchDay)]
    [TestCase("31/04/2019", EntryRefusal.NoSuchDay)]
    [TestCase("00/04/2019", EntryRefusal.NoSuchDay)]
    [TestCase("09/13/2019", EntryRefusal.NoSuchDay)]
    [TestCase("01/01/0019", EntryRefusal.NoSuchDay)]
    public void Date_ThatIsNone_SaysWhy(string? text, EntryRefusal why)
    {
        var read = VietnameseDate.TryParse(text, out _, out var refusal);

        Assert.That((read, refusal), Is.EqualTo((false, why)));
    }

    [Test]
    public void Date_Printed_IsReadBack()
    {
        var leap = new LocalDate(2020, 2, 29);

        Assert.That(VietnameseDate.Print(leap), Is.EqualTo("29/02/2020"));
        Assert.That(VietnameseDate.TryParse("29022020", out var read, out _) ? read : default, Is.EqualTo(leap));
    }

    [TestCase("08:30")]
    [TestCase("8:30")]
    [TestCase("8h30")]
    [TestCase("8 giờ 30 phút")]
    [TestCase("0830")]
    [TestCase("8.30")]
    public void Time_InTheWaysPeopleTypeIt_IsRead(string text)
    {
        Assert.That(VietnameseTime.TryParse(text, out var time, out _), Is.True);
        Assert.That(time, Is.EqualTo(new LocalTime(8, 30)));
    }

    [TestCase("24:00")]
    [TestCase("8:60")]
    [TestCase("8")]
    [TestCase("8:3")]
    [TestCase("a:30")]
    [TestCase("")]
    public void Time_ThatIsNone_IsRefused(string text)
    {
        Assert.That(VietnameseTime.TryParse(text, out _, out var refusal), Is.False);
        Assert.That(refusal, Is.EqualTo(EntryRefusal.NotATime));
    }

    [TestCase("1.234.567,5", "1234567.5")]
    [TestCase("1234567,5", "1234567.5")]
    [TestCase("12,25", "12.25")]
    [TestCase("1 250", "1250")]
    [TestCase("-3", "-3")]
    [TestCase("0", "0")]
    public void Number_WithVietnameseSeparators_IsRead(string text, decimal value)
    {
        Assert.That(VietnameseNumber.TryParse(text, out var number, out _), Is.True);
        Assert.That(number, Is.EqualTo(value));
    }

    [TestCase("12.5", EntryRefusal.NotANumber)]
    [TestCase("1.2345", EntryRefusal.NotANumber)]
    [TestCase("1,2,3", EntryRefusal.NotANumber)]
    [TestCase("1e3", EntryRefusal.NotANumber)]
    [TestCase("", EntryRefusal.NotANumber)]
    [TestCase("99999999999999999999999999999999", EntryRefusal.TooLarge)]
    public void Number_ThatCouldBeMisread_IsRefused(string text, EntryRefusal why)
    {
        Assert.That(VietnameseNumber.TryParse(text, out _, out var refusal), Is.False);
        Assert.That(refusal, Is.EqualTo(why));
    }

    [TestCase("1.500.000", 1_500_000)]
    [TestCase("1500000 đ", 1_500_000)]
    [TestCase("1.500.000 đồng", 1_500_000)]
    [TestCase("15.000VND", 15_000)]
    public void Money_WithItsUnit_IsRead(string text, long value)
    {
        Assert.That(VietnameseNumber.TryParseMoney(text, out var dong, out _), Is.True);
        Assert.That(dong, Is.EqualTo(value));
    }

    [TestCase("-5")]
    [TestCase("1,5")]
    [TestCase("đồng")]
    public void Money_NegativeOrBroken_IsRefused(string text)
    {
        Assert.That(VietnameseNumber.TryParseMoney(text, out _, out var refusal), Is.False);
        Assert.That(refusal, Is.EqualTo(EntryRefusal.NotMoney));
    }

    [TestCase("1234567.5", "1.234.567,5")]
    [TestCase("0", "0")]
    [TestCase("-1250", "-1.250")]
    public void Number_Printed_UsesDotAndComma(decimal number, string text) =>
        Assert.That(VietnameseNumber.Print(number), Is.EqualTo(text));

    [Test]
    [SetUICulture("vi")]
    public void EveryRefusal_HasASentenceThatSaysWhatToDo()
    {
        foreach (var refusal in Enum.GetValues<EntryRefusal>().Where(refusal => refusal != EntryRefusal.None))
            Assert.That(UiHost.Words[$"Entry.{refusal}"].Value, Does.Contain("Hãy"), refusal.ToString());
    }
}
