namespace DynamoGen.Tests.Outcomes;

/// <summary>One write of each kind, through a transport that loses answers, with what must be true of what its caller learns.</summary>
internal static class LostWrites
{
    public static Dictionary<string, LostWrite> All => new()
    {
        ["put"] = new(Proven: true, static async (lossy, real, id) =>
        {
            await lossy.Ledgers.Put(new Ledger(id) { Balance = 1 });
            Assert.Equal(1, (await real.Ledgers.Get(id))!.Balance);
        }),
        ["create"] = new(Proven: true, static async (lossy, _, id) => Assert.True(await lossy.Ledgers.Create(new Ledger(id)))),
        ["create or throw"] = new(Proven: true, static async (lossy, _, id) => await lossy.Ledgers.CreateOrThrow(new Ledger(id))),
        ["create what is there with the same content"] = new(Proven: false, static async (lossy, real, id) =>
        {
            Assert.True(await real.Ledgers.Create(new Ledger(id)));
            Assert.False(await lossy.Ledgers.Create(new Ledger(id)));
        }),
        ["replace"] = new(Proven: true, static async (lossy, real, id) =>
        {
            await real.Ledgers.Put(new Ledger(id));
            Assert.True(await lossy.Ledgers.Replace(new Ledger(id) { Balance = 2 }));
        }),
        ["put on a condition that it makes false"] = new(Proven: true, static async (lossy, real, id) =>
        {
            await real.Ledgers.Put(new Ledger(id));
            Assert.True(await lossy.Ledgers.PutIfOpen(new Ledger(id) { Status = "closed" }));
        }),
        ["put that returns the state before"] = new(Proven: false, static async (lossy, real, id) =>
        {
            await real.Ledgers.Put(new Ledger(id) { Balance = 1 });
            Assert.Equal(1, (await lossy.Ledgers.Upsert(new Ledger(id) { Balance = 2 }))!.Balance);
        }),
        ["put of a new item that returns the state before"] = new(Proven: false, static async (lossy, _, id) =>
            Assert.Null(await lossy.Ledgers.Upsert(new Ledger(id) { Balance = 2 }))),
        ["delete that returns the state before"] = new(Proven: false, static async (lossy, real, id) =>
        {
            await real.Ledgers.Put(new Ledger(id) { Balance = 1 });
            Assert.Equal(1, (await lossy.Ledgers.Delete(id))!.Balance);
        }),
        ["delete that tells"] = new(Proven: false, static async (lossy, real, id) =>
        {
            await real.Ledgers.Put(new Ledger(id));
            Assert.True(await lossy.Ledgers.DeleteIfThere(id));
        }),
        ["update that returns the state after"] = new(Proven: true, static async (lossy, real, id) =>
        {
            await real.Ledgers.Put(new Ledger(id));
            Assert.Equal(5, (await lossy.Ledgers.UpdateBalance(id, 5)).Balance);
        }),
        ["update that returns the state before"] = new(Proven: false, static async (lossy, real, id) =>
        {
            await real.Ledgers.Put(new Ledger(id) { Balance = 1 });
            Assert.Equal(1, (await lossy.Ledgers.UpdateAndGetOld(id, 5))!.Balance);
        }),
        ["update on a condition that it makes false"] = new(Proven: true, static async (lossy, real, id) =>
        {
            await real.Ledgers.Put(new Ledger(id));
            Assert.True(await lossy.Ledgers.UpdateClosed(id));
        }),
        ["update on a condition that it makes false, and returns the state after"] = new(Proven: true, static async (lossy, real, id) =>
        {
            await real.Ledgers.Put(new Ledger(id));
            Assert.Equal("closed", (await lossy.Ledgers.UpdateClosedAndGet(id)).Status);
        }),
        ["update that adds"] = new(Proven: false, static async (lossy, real, id) =>
        {
            await real.Ledgers.Put(new Ledger(id));
            await TellAsync(async () => await lossy.Ledgers.UpdateAdd(id, 5), async () => Assert.Equal(5, (await real.Ledgers.Get(id))!.Balance));
        }),
        ["update that appends"] = new(Proven: false, static async (lossy, real, id) =>
        {
            await real.Ledgers.Put(new Ledger(id));
            await TellAsync(
                async () => Assert.True(await lossy.Ledgers.UpdateEntries(id, [1])), async () => Assert.Equal([1], (await real.Ledgers.Get(id))!.Entries));
        }),
        ["update that reads what it changes"] = new(Proven: false, static async (lossy, real, id) =>
        {
            await real.Ledgers.Put(new Ledger(id));
            await TellAsync(
                async () => await lossy.Ledgers.UpdateStatus(id, "closed"), async () => Assert.Equal("open", (await real.Ledgers.Get(id))!.Before));
        }),
        ["update that adds to a set"] = new(Proven: true, static async (lossy, real, id) =>
        {
            await real.Ledgers.Put(new Ledger(id));
            await lossy.Ledgers.UpdateTags(id, ["a"]);
            Assert.Equal(["a"], (await real.Ledgers.Get(id))!.Tags);
        }),
        ["idempotent update that adds"] = new(Proven: true, static async (lossy, real, id) =>
        {
            await real.Ledgers.Put(new Ledger(id));
            await TellAsync(async () => await lossy.Ledgers.UpdateAddOnce(id, 5), async () => Assert.Equal(5, (await real.Ledgers.Get(id))!.Balance));
        }),
        ["idempotent update on a condition that it makes false"] = new(Proven: true, static async (lossy, real, id) =>
        {
            await real.Ledgers.Put(new Ledger(id));
            await TellAsync(
                async () => Assert.True(await lossy.Ledgers.UpdateAddOnceBelow(id, 5, limit: 1)),
                async () => Assert.Equal(5, (await real.Ledgers.Get(id))!.Balance));
            Assert.False(await real.Ledgers.UpdateAddOnceBelow(id, 5, limit: 1));
        }),
        ["create under a lock"] = new(Proven: true, static async (lossy, _, id) => Assert.Equal(1, (await lossy.Locked.Create(new LockedLedger(id))).Count)),
        ["replace under a lock"] = new(Proven: true, static async (lossy, real, id) =>
        {
            var read = await real.Locked.Create(new LockedLedger(id));
            await TellAsync(async () => Assert.Equal(2, (await lossy.Locked.Replace(read with { Balance = 5 })).Count),
                async () => Assert.Equal(2, (await real.Locked.Get(id))!.Count));
        }),
        ["replace of what was read too early"] = new(Proven: false, static async (lossy, real, id) =>
        {
            var read = await real.Locked.Create(new LockedLedger(id));
            await real.Locked.Replace(read with { Balance = 5 });
            var refused = await Assert.ThrowsAnyAsync<DynamoGenException>(async () => await lossy.Locked.Replace(read with { Balance = 5 }));
            _ = refused is OutcomeUnknownException ? throw refused : Assert.IsType<ConditionFailedException>(refused);
        }),
        ["update that adds under a lock"] = new(Proven: true, static async (lossy, real, id) =>
        {
            var read = await real.Locked.Create(new LockedLedger(id));
            await TellAsync(async () => Assert.Equal(5, (await lossy.Locked.UpdateAdd(id, 5, read.Count)).Balance),
                async () => Assert.Equal((5, 2), ((await real.Locked.Get(id))!.Balance, (await real.Locked.Get(id))!.Count)));
        }),
        ["delete under a lock"] = new(Proven: false, static async (lossy, real, id) =>
        {
            var read = await real.Locked.Create(new LockedLedger(id));
            await lossy.Locked.Delete(read);
            Assert.Null(await real.Locked.Get(id));
        }),
        ["create without marks"] = new(Proven: false, static async (lossy, _, id) => Assert.True(await lossy.Plain.Create(new PlainLedger(id)))),
        ["put without marks that returns the state before"] = new(Proven: false, static async (lossy, _, id) =>
            Assert.Null(await lossy.Plain.Upsert(new PlainLedger(id) { Note = "mine" }))),
        ["create with a unique value"] = new(Proven: true, static async (lossy, _, id) => Assert.True(await lossy.Named.Create(new NamedLedger(id, id)))),
        ["replace with a unique value"] = new(Proven: true, static async (lossy, real, id) =>
        {
            var before = new NamedLedger(id, id);
            Assert.True(await real.Named.Create(before));
            await lossy.Named.Replace(before with { Balance = 5 }, before);
            await lossy.Named.Replace(before with { Name = id + "b" }, before with { Balance = 5 });
        }),
    };

    /// <summary>Writes, and looks at the item if the write says that it has succeeded. Where it does not know, the item must be as before or after one write.</summary>
    private static async Task TellAsync(Func<Task> write, Func<Task> appliedOnce)
    {
        try
        {
            await write();
        }
        catch (OutcomeUnknownException)
        {
            // A lost answer is one that the server had applied.
            await appliedOnce();
            throw;
        }

        await appliedOnce();
    }
}

/// <summary>One kind of write.</summary>
/// <param name="Proven">Whether the mark, a token or the write itself proves the outcome, unless all answers are lost.</param>
/// <param name="Run">Writes through the first repositories, and looks through the second ones, at the item of an id.</param>
internal sealed record LostWrite(bool Proven, Func<LedgerRepositories, LedgerRepositories, string, Task> Run);

/// <summary>The repositories of all ledgers.</summary>
internal sealed record LedgerRepositories(ILedgers Ledgers, ILockedLedgers Locked, IPlainLedgers Plain, INamedLedgers Named);
