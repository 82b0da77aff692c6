using HaiDuong.Licensing.OneStop.Ui.Fields;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Ui;

public sealed class RowCommandTests
{
    [Test]
    public void Read_WhenAnOrdinaryButtonIsPressed_IsNothing() => Assert.That(RowCommand.Read(Form(("name", "x"))), Is.Null);

    [Test]
    public void Add_AppendsAnEmptyRowAndKeepsTheOthers()
    {
        var command = RowCommand.Read(Form((RowCommand.AddButton, "sites")))!;

        Assert.That(command.Apply("sites", ["a", "b"], () => ""), Is.EqualTo(new[] { "a", "b", "" }));
        Assert.That(command.Apply("owners", ["a"], () => ""), Is.EqualTo(new[] { "a" }));
    }

    [Test]
    public void Remove_TakesOutTheRowPressed()
    {
        var command = RowCommand.Read(Form((RowCommand.RemoveButton, "sites:1")))!;

        Assert.That(command.Apply("sites", ["a", "b", "c"], () => ""), Is.EqualTo(new[] { "a", "c" }));
    }

    [TestCase("sites")]
    [TestCase("sites:-1")]
    [TestCase(":1")]
    [TestCase("sites:x")]
    public void Remove_WithABrokenValue_IsNothing(string value) => Assert.That(RowCommand.Read(Form((RowCommand.RemoveButton, value))), Is.Null);

    [Test]
    public void ReadRows_ClosesGapsAndSortsByNumber()
    {
        var rows = RowCommand.ReadRows(Form(("sites[10].a", "ten"), ("sites[2].a", "two"), ("sites[2].b", "B"), ("other[0].a", "x")), "sites");

        Assert.That(rows.Select(row => row["a"]), Is.EqualTo(new[] { "two", "ten" }));
        Assert.That(rows[0]["b"], Is.EqualTo("B"));
    }

    [Test]
    public void FieldsOf_ARow_AreNamedAndFilledByIt()
    {
        var view = new FormRowsView
        {
            Name = "sites",
            Label = "Vị trí",
            Columns = [new() { Name = "a", Label = "A" }],
            Rows = [new Dictionary<string, string> { ["a"] = "một" }],
            Errors = new[] { "sai" }.ToLookup(_ => "sites[0].a"),
        };

        var field = view.FieldsOf(0).Single();

        Assert.That((field.Name, field.Value, field.Errors[0]), Is.EqualTo(("sites[0].a", "một", "sai")));
    }

    private static FormCollection Form(params (string Name, string Value)[] pairs) =>
        new(pairs.ToDictionary(pair => pair.Name, pair => new StringValues(pair.Value)));
}
