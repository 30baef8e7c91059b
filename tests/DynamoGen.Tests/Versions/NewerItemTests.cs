using DynamoGen.Tests.Repositories;
using DynamoGen.Transactions;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Versions;

/// <summary>A deployment of the first version beside one of the second: no conditional write of the first touches what the second has written.</summary>
public sealed class NewerItemTests(LocalServer server) : IAsyncLifetime
{
    private ServiceProvider? _services;

    private IOldBadges Old => _services!.GetRequiredService<IOldBadges>();

    private INewBadges New => _services!.GetRequiredService<INewBadges>();

    private ITransactions Transactions => _services!.GetRequiredService<ITransactions>();

    public async ValueTask InitializeAsync()
    {
        _services = await server.CreateAsync<Badges>(builder => builder.AddRepository<IOldBadges>().AddRepository<INewBadges>());
        await New.Put(Newer);
    }

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static NewBadge Newer => new("b") { Colour = "red", Size = 2, Since = "2026" };

    private static OldBadge Older => new("b") { Colour = "red", Size = 1 };

    public static TheoryData<string> Writes => [.. Named.Keys];

    private static Dictionary<string, Func<IOldBadges, Task>> Named => new()
    {
        ["update"] = old => old.Update("b", 3).AsTask(),
        ["update that tells"] = old => old.UpdateIfThere("b", 3).AsTask(),
        ["update that returns"] = old => old.UpdateAndGet("b", 3).AsTask(),
        ["update that returns the state before"] = old => old.UpdateAndGetOld("b", 3).AsTask(),
        ["update on a condition"] = old => old.UpdateRed("b", 3).AsTask(),
        ["replace"] = old => old.Replace(Older).AsTask(),
        ["replace that tells"] = old => old.ReplaceIfThere(Older).AsTask(),
        ["put on a condition"] = old => old.PutIfRed(Older).AsTask(),
        ["put on a condition that tells"] = old => old.PutIfRedTells(Older).AsTask(),
        ["put on a condition that returns the state before"] = old => old.PutIfRedReturns(Older).AsTask(),
        ["delete on a condition"] = old => old.DeleteIfRed("b").AsTask(),
        ["delete on a condition that tells"] = old => old.DeleteIfRedTells("b").AsTask(),
        ["delete on a condition that returns"] = old => old.DeleteIfRedReturns("b").AsTask(),
    };

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_conditional_write_of_an_older_version_leaves_the_item_as_it_is(string write)
    {
        var unknown = await Assert.ThrowsAsync<UnknownVersionException>(() => Named[write](Old));

        Assert.Equal(("Badge", 2, 1), (unknown.Entity, unknown.Found, unknown.Newest));
        Assert.Equal(Newer, await New.Get("b"));
    }

    [Fact]
    public async Task In_a_transaction_each_of_them_says_that_the_version_is_unknown()
    {
        foreach (var action in (WriteAction[])[Old.UpdateAction("b", 3), Old.ReplaceAction(Older), Old.DeleteIfRedAction("b"), Old.CheckRed("b")])
        {
            var failed = await Assert.ThrowsAsync<TransactionFailedException>(() => Transactions.WriteAsync([action]).AsTask());

            Assert.Equal(TransactionFailureReason.UnknownVersion, Assert.Single(failed.Failures).Reason);
        }

        Assert.Equal(Newer, await New.Get("b"));
    }

    [Fact]
    public async Task What_asks_only_whether_there_is_an_item_takes_a_newer_one()
    {
        await Assert.ThrowsAsync<ConditionFailedException>(() => Old.Create(Older).AsTask());
        await Assert.ThrowsAsync<ConditionFailedException>(() => Old.PutNew(Older).AsTask());
        await Transactions.WriteAsync([Old.CheckThere("b")]);
        Assert.True(await Old.Delete("b"));
        Assert.Null(await New.Get("b"));
    }

    [Fact]
    public async Task An_item_of_the_same_version_or_without_one_is_written()
    {
        await Old.Put(Older with { Id = "c" });
        await Old.Update("c", 3);
        Assert.True(await Old.ReplaceIfThere(Older with { Id = "c", Size = 4 }));
        await Old.PutIfRed(Older with { Id = "c", Size = 5 });
        Assert.Equal(5, (await New.Get("c"))!.Size);
        await New.Replace(new NewBadge("c") { Colour = "red", Size = 6 });
        Assert.Equal(6, (await New.Get("c"))!.Size);
    }

    [Fact]
    public async Task A_failed_condition_stays_a_failed_condition()
    {
        await Old.Put(new OldBadge("d") { Colour = "blue" });

        Assert.False(await Old.PutIfRedTells(new OldBadge("d")));
        Assert.False(await Old.DeleteIfRedTells("d"));
        await Assert.ThrowsAsync<ConditionFailedException>(() => Old.UpdateRed("d", 1).AsTask());
        await Assert.ThrowsAsync<ConditionFailedException>(() => New.ReplaceRed(new NewBadge("d")).AsTask());
        Assert.False(await Old.ReplaceIfThere(new OldBadge("e")));
    }
}
