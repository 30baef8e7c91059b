using DynamoGen.Transactions;

namespace DynamoGen.Tests.Versions;

/// <summary>A table of which three builds run, as of <see cref="Rooms"/>: whole items have another form in version 1.</summary>
[Table("passes")]
[GlobalIndex("byGate", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
public sealed partial class Passes;

public sealed record PassHolder(string First, string Last);

/// <summary>What items of version 1 hold: the holder in one text, the price in cents, and the remark by another name.</summary>
public sealed record PassV1(string Id, string Gate, string Holder, long Cents)
{
    public string? Memo { get; init; }

    public int Uses { get; init; }
}

[Entity<Passes>(Name = "Pass")]
[Key("PASS#{Id}", "PASS")]
[Key("byGate", "GATE#{Gate}", "{Id}")]
public sealed partial record FirstPass(string Id, string Gate, string Holder, long Cents, int Uses)
{
    public string? Memo { get; init; }
}

[Entity<Passes>(Name = "Pass", Version = 2, WriteAs = 1)]
[Key("PASS#{Id}", "PASS")]
[Key("byGate", "GATE#{Gate}", "{Id}")]
public sealed partial record RollingPass(string Id, string Gate)
{
    public required PassHolder Holder { get; init; }

    public decimal Price { get; init; }

    public string? Remark { get; init; }

    public int Uses { get; init; }

    [Upcast(1)]
    private static RollingPass FromV1(PassV1 stored) => new(stored.Id, stored.Gate)
    {
        Holder = PassForms.HolderOf(stored.Holder),
        Price = stored.Cents / 100m,
        Remark = stored.Memo,
        Uses = stored.Uses,
    };

    [Downcast(1)]
    private static PassV1 ToV1(RollingPass pass) =>
        new(pass.Id, pass.Gate, $"{pass.Holder.First}/{pass.Holder.Last}", (long)(pass.Price * 100)) { Memo = pass.Remark, Uses = pass.Uses };
}

[Entity<Passes>(Name = "Pass", Version = 2)]
[Key("PASS#{Id}", "PASS")]
[Key("byGate", "GATE#{Gate}", "{Id}")]
public sealed partial record Pass(string Id, string Gate)
{
    public required PassHolder Holder { get; init; }

    public decimal Price { get; init; }

    public string? Remark { get; init; }

    public int Uses { get; init; }

    [Upcast(1)]
    private static Pass FromV1(PassV1 stored) => new(stored.Id, stored.Gate)
    {
        Holder = PassForms.HolderOf(stored.Holder),
        Price = stored.Cents / 100m,
        Remark = stored.Memo,
        Uses = stored.Uses,
    };
}

/// <summary>What both builds that know version 2 make of version 1.</summary>
internal static class PassForms
{
    public static PassHolder HolderOf(string holder) => new(holder.Split('/')[0], holder.Split('/')[1]);
}

[Repository<FirstPass>]
public partial interface IFirstPasses
{
    ValueTask<FirstPass?> Get(string id);

    ValueTask Put(FirstPass pass);

    [Update("ADD Uses 1")]
    ValueTask UpdateUses(string id);
}

[Repository<RollingPass>]
public partial interface IRollingPasses
{
    ValueTask<RollingPass?> Get(string id);

    ValueTask Put(RollingPass pass);

    ValueTask Create(RollingPass pass);

    ValueTask<bool> Replace(RollingPass pass);

    ValueTask PutMany(IEnumerable<RollingPass> passes);

    WriteAction PutAction(RollingPass pass);

    [Condition("Remark = {remark}")]
    ValueTask<bool> Put(RollingPass pass, string remark);

    [Update("ADD Uses 1")]
    ValueTask UpdateUses(string id);

    [Update("SET Remark = {remark} ADD Uses 1"), Condition("Uses < {below}")]
    ValueTask<bool> UpdateRemark(string id, string remark, int below);

    [Update("REMOVE Remark")]
    ValueTask<RollingPass> UpdateAndGet(string id);

    [Index("byGate")]
    IAsyncEnumerable<RollingPass> AtGate(string gate);
}

[Repository<Pass>]
public partial interface IPasses
{
    ValueTask<Pass?> Get(string id);

    ValueTask Put(Pass pass);

    [Update("ADD Uses 1")]
    ValueTask UpdateUses(string id);
}
