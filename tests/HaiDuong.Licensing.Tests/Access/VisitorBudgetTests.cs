using System.Net;
using HaiDuong.Licensing.OneStop.Access;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.Access;

public sealed class VisitorBudgetTests
{
    private const long Megabyte = 1024 * 1024;

    [Test]
    public void Upload_BeyondTheAddressesShare_IsRefused_AndOthersGoOn()
    {
        using var budget = new VisitorBudget();
        var (stranger, other) = (From("203.0.113.7"), From("203.0.113.8"));

        var taken = Enumerable.Range(0, 304).Count(_ => budget.MayUpload(stranger, Megabyte - 1));

        Assert.That(taken, Is.EqualTo(VisitorBudget.Megabytes));
        Assert.That(budget.MayUpload(other, 20 * Megabyte));
    }

    [Test]
    public void Upload_OfOneLargeFile_IsCountedWhole()
    {
        using var budget = new VisitorBudget();

        Assert.That(budget.MayUpload(From("203.0.113.7"), 150 * Megabyte));
        Assert.That(budget.MayUpload(From("203.0.113.7"), 60 * Megabyte), Is.False);
    }

    [Test]
    public void Drafts_OfOneSubscriberOfIpv6_ShareOneLimit()
    {
        using var budget = new VisitorBudget();

        var begun = Enumerable.Range(1, VisitorBudget.Drafts + 10).Count(number => budget.MayBeginDraft(From($"2001:db8:1:2::{number:x}")));

        Assert.That(begun, Is.EqualTo(VisitorBudget.Drafts));
        Assert.That(budget.MayBeginDraft(From("2001:db8:1:3::1")));
    }

    private static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
}
