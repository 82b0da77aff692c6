using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Typed;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Ui;

public sealed class VietnameseEntryTests
{
    [Test]
    public void Date_Printed_IsReadBack()
    {
        var leap = new LocalDate(2020, 2, 29);

        Assert.That(VietnameseDate.Print(leap), Is.EqualTo("29/02/2020"));
        Assert.That(TypedDate.TryRead("29022020", out var read, out _) ? read : default, Is.EqualTo(leap));
    }

    [TestCase("1234567.5", "1.234.567,5")]
    [TestCase("0", "0")]
    [TestCase("-1250", "-1.250")]
    public void Number_Printed_UsesDotAndComma(decimal number, string text) => Assert.That(VietnameseNumber.Print(number), Is.EqualTo(text));

    [TestCase("1250", "1250")]
    [TestCase("12.125", "12,125")]
    [TestCase("-1250", "-1250")]
    [TestCase("1250.5", "1.250,5")]
    [TestCase("1234567", "1.234.567")]
    public void Number_InABox_IsReadBackAsItWas(decimal number, string text)
    {
        Assert.That(VietnameseNumber.Typed(number), Is.EqualTo(text));
        Assert.That(TypedNumber.TryRead(text, out var read, out _) ? read : 0, Is.EqualTo(number));
    }

    [TestCase("vi", "Hãy")]
    [TestCase("en", "nter")]
    public void EveryFault_HasASentenceWithAnExampleThatIsRead(string language, string doing)
    {
        var before = System.Globalization.CultureInfo.CurrentUICulture;
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo(language);
        try
        {
            Assert.Multiple(() =>
            {
                foreach (var fault in Enum.GetValues<TypedFault>().Except([TypedFault.None, TypedFault.TooLarge]))
                    Assert.That(
                        UiHost.Words[$"Entry.{fault}", "", ExampleOf(fault)].Value,
                        Does.Contain(ExampleOf(fault)).And.Contain(fault == TypedFault.NoSuchDay ? "" : doing),
                        fault.ToString()
                    );
                Assert.That(UiHost.Words["Entry.TooLarge"].Value, Is.Not.EqualTo("Entry.TooLarge"));
            });
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentUICulture = before;
        }
    }

    private static string ExampleOf(TypedFault fault)
    {
        var (example, isRead) = fault switch
        {
            TypedFault.NotADate or TypedFault.NoSuchDay or TypedFault.ShortYear => ("05/09/2019", TypedDate.TryRead("05/09/2019", out _, out _)),
            TypedFault.NotATime => ("08:30", TypedTime.TryRead("08:30", out _, out _)),
            TypedFault.NotANumber => ("12,5", TypedNumber.TryRead("12,5", out _, out _)),
            TypedFault.NotWhole => ("1.250", TypedNumber.TryReadWhole("1.250", out _, out _)),
            _ => ("1.500.000", TypedMoney.TryRead("1.500.000", out _, out _)),
        };
        Assert.That(isRead, Is.True, example);
        return example;
    }
}
