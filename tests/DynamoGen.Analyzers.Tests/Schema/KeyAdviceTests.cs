namespace DynamoGen.Analyzers.Tests.Schema;

/// <summary>The advice on keys, indexes and names is followed, and ends in a build that says nothing once the lock is updated.</summary>
public sealed class KeyAdviceTests
{
    private const string Table = "[Table(\"shop\")] public sealed partial class Shop; ";
    private const string Index = "[Table(\"shop\"), GlobalIndex(\"idx\", PartitionKey = \"p\", Projection = IndexProjection.KeysOnly)] public sealed partial class Shop; ";
    private const string Local = "[Table(\"shop\"), LocalIndex(\"idx\", SortKey = \"s\")] public sealed partial class Shop; ";
    private const string Expiring = "[Table(\"shop\", TimeToLive = \"ends\")] public sealed partial class Shop; ";
    private const string Order = "[Entity<Shop>, Key(\"{Id}\", \"A\")] public sealed partial record Order(string Id, string Name);";
    private const string Unique = "[Entity<Shop>, Key(\"{Id}\", \"A\"), Unique(\"NAME#{Name}\")] public sealed partial record Order(string Id, string Name);";

    /// <summary>What is declared, an edit of it, the advice, and what is declared by it.</summary>
    public static TheoryData<string, string, string, string> Advices => new()
    {
        { Table + Order, Table + Order.Replace("{Id}", "O#{Id}"), "keep the template", Table + Order },
        { Table + Unique, Table + Unique.Replace("NAME#", "N#"), "keep the template", Table + Unique },
        { Index, Index.Replace("\"p\"", "\"q\""), "declare an index of another name", Index.Replace("\"p\"", "\"q\"").Replace("idx", "idx2") },
        { Index, Index.Replace("KeysOnly", "All"), "declare an index of another name", Index.Replace("KeysOnly", "All").Replace("idx", "idx2") },
        { Table, Local, "declare a global index", Local.Replace("LocalIndex(\"idx\", SortKey = \"s\")", "GlobalIndex(\"idx\", PartitionKey = \"pk\", SortKey = \"s\")") },
        { Local, Local.Replace("\"s\"", "\"t\""), "keep it, or declare a global index of another name",
            Local.Replace("LocalIndex(\"idx\", SortKey = \"s\")", "GlobalIndex(\"idx2\", PartitionKey = \"pk\", SortKey = \"t\")") },
        { Table, Table.Replace("\"shop\"", "\"shop\", PartitionKey = \"id\""), "so keep it", Table },
        { Table, Table.Replace("\"shop\"", "\"store\""), "keep the name", Table },
        { Expiring, Expiring.Replace("ends", "stops"), "keep it", Expiring },
        { Table + Order, Table + Order.Replace("<Shop>", "<Shop>(Name = \"Purchase\")"), "add [Entity<...>(Name = \"Order\")]",
            Table + Order.Replace("<Shop>", "<Shop>(Name = \"Order\")") },
        { Table + Order, Table + Order.Replace("record Order", "record Purchase"), "add [Entity<...>(Name = \"Order\")] there",
            Table + Order.Replace("record Order", "record Purchase").Replace("<Shop>", "<Shop>(Name = \"Order\")") },
    };

    /// <summary>What is declared, an edit of it, and how the message says that the edit itself may stay.</summary>
    public static TheoryData<string, string, string> Acceptances => new()
    {
        { Table + Order, Table + Order.Replace("{Id}", "O#{Id}"), "move the items and accept the change in the lock" },
        { Table + Unique, Table + Unique.Replace("NAME#", "N#"), "run RepairUnique and accept the change in the lock" },
        { Table + Order, Table.Replace("\"shop\"", "\"store\"") + Order, "move the items and accept the change in the lock" },
        { Expiring, Table, "rewrite the items and accept the change in the lock" },
        { Table + Order, Table, "if its items are gone, accept that in the lock" },
        { Table + Order, "", "accept that in the lock if its items are gone too" },
    };

    [Theory, MemberData(nameof(Advices))]
    public async Task Advice_leads_to_a_build_that_says_nothing(string before, string broken, string advice, string followed)
    {
        var locked = LockedSource.LockOf(before);
        Assert.Contains(await LockedSource.ReportsWith(locked, broken), report => report.Contains(advice, StringComparison.Ordinal));
        await LockAdviceTests.SaysNothing(locked, followed);
    }

    [Theory, MemberData(nameof(Acceptances))]
    public async Task Accepted_change_leads_to_a_build_that_says_nothing(string before, string after, string advice)
    {
        var locked = LockedSource.LockOf(before);
        var reports = await LockedSource.Diagnose(locked, after);
        Assert.Contains(reports, report => report.GetMessage().Contains(advice, StringComparison.Ordinal));
        string[] subjects = [.. reports.SelectMany(report => report.Properties.Values).OfType<string>()];
        await LockAdviceTests.SaysNothing(LockedSource.Updated(locked, after, subjects), after);
    }
}
