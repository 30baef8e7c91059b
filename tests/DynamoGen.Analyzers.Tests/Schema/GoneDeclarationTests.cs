namespace DynamoGen.Analyzers.Tests.Schema;

public sealed class GoneDeclarationTests
{
    private const string Customer = "[Entity<Shop>, Key(\"{Id}\", \"A\")] public sealed partial record Customer(string Id);";

    [Fact]
    public async Task Entity_that_nothing_declares_is_an_error() => Assert.Equal(
        "DG7001: 'shop' no longer reads what is stored: nothing declares the entity 'Customer' any more; if it has another name now, add [Entity<...>(Name = \"Customer\")] there, and if its items are gone, accept that in the lock",
        Assert.Single(await LockedSource.Reports(LockedSource.WithTable(Customer), LockedSource.WithTable(""))));

    [Fact]
    public async Task Entity_that_has_another_name_is_an_error() => Assert.Equal(
        "DG7001: 'Customer' no longer reads what is stored: its name in items is locked as 'Customer' and found as 'Client', which takes stored items for those of another entity; add [Entity<...>(Name = \"Customer\")]",
        Assert.Single(await LockedSource.Reports(
            LockedSource.WithTable(Customer), LockedSource.WithTable(Customer.Replace("Entity<Shop>", "Entity<Shop>(Name = \"Client\")")))));

    [Fact]
    public async Task Entity_that_moved_to_another_table_is_gone_from_the_first()
    {
        const string Other = "[Table(\"other\")] public sealed partial class Other;";
        var reports = await LockedSource.Reports(
            LockedSource.WithTable(Other + Customer), LockedSource.WithTable(Other + Customer.Replace("Entity<Shop>", "Entity<Other>")));
        Assert.Contains(reports,
            report => report.StartsWith("DG7001: 'shop' no longer reads what is stored: nothing declares the entity 'Customer'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Class_that_was_renamed_is_an_error()
    {
        var reports = await LockedSource.Reports(LockedSource.WithTable(Customer), LockedSource.WithTable(Customer.Replace("Customer", "Client")));
        Assert.Contains(reports,
            report => report.StartsWith("DG7001: 'shop' no longer reads what is stored: nothing declares the entity 'Customer'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Class_that_was_renamed_and_kept_its_name_in_items_is_to_be_recorded() => Assert.Equal(
        "DG7003: 'Client' is not in dynamogen.lock.json as it is declared: type Client; update the lock",
        Assert.Single(await LockedSource.Reports(LockedSource.WithTable(Customer),
            LockedSource.WithTable(Customer.Replace("Customer", "Client").Replace("Entity<Shop>", "Entity<Shop>(Name = \"Customer\")")))));

    [Fact]
    public async Task Table_that_nothing_declares_is_an_error() => Assert.Equal(
        "DG7002: 'other' no longer finds what is stored: nothing declares the table 'other' any more; declare it, or accept that in the lock if its items are gone too",
        Assert.Single(await LockedSource.Reports(LockedSource.WithTable("[Table(\"other\")] public sealed partial class Other;"), LockedSource.WithTable(""))));

    [Fact]
    public async Task New_entity_and_table_are_to_be_recorded() => Assert.Equal(
        ["DG7003: 'Shop' is not in dynamogen.lock.json as it is declared: table 'shop' is new; update the lock",
            "DG7003: 'Customer' is not in dynamogen.lock.json as it is declared: it is new; update the lock"],
        await LockedSource.ReportsWith("{}", LockedSource.WithTable(Customer)));

    [Fact]
    public async Task Entity_that_is_being_typed_is_not_gone() =>
        Assert.Empty(await LockedSource.Reports(LockedSource.WithTable(Customer), LockedSource.WithTable(Customer.Replace("{Id}", "{Idd}"))));

    [Fact]
    public async Task Project_without_a_lock_is_left_alone() => Assert.Empty(await LockedSource.ReportsWith(null, LockedSource.WithTable(Customer)));

    [Fact]
    public async Task Project_as_it_is_locked_is_left_alone() =>
        Assert.Empty(await LockedSource.Reports(LockedSource.WithTable(Customer), LockedSource.WithTable(Customer)));

    [Fact]
    public async Task Source_that_is_cut_off_anywhere_is_survived()
    {
        var whole = LockedSource.OrderVersion2("public int? Total { get; init; } public List<Line>? Lines { get; init; }")
            + "public sealed record Line(int Count, Line? Part);";
        var locked = LockedSource.LockOf(whole);
        for (var length = 0; length < whole.Length; length += 11)
        {
            Assert.DoesNotContain(await LockedSource.ReportsWith(locked, whole[..length]), report => report.StartsWith("AD0001", StringComparison.Ordinal));
        }
    }
}
