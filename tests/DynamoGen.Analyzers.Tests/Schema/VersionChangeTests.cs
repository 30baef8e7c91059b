namespace DynamoGen.Analyzers.Tests.Schema;

public sealed class VersionChangeTests
{
    [Fact]
    public async Task Upcaster_answers_for_another_type()
    {
        var reports = await LockedSource.Reports(
            LockedSource.Order("public required int Total { get; init; }"),
            LockedSource.OrderVersion2(
                "public required string Total { get; init; } [Upcast(from: 1, nameof(Total))] private static string TotalAsText(int stored) => stored.ToString();"));
        Assert.Equal("DG7003: 'Order' is not in dynamogen.lock.json as it is declared: version 2; update the lock", Assert.Single(reports));
    }

    [Fact]
    public async Task Upcaster_answers_for_another_name()
    {
        var reports = await LockedSource.Reports(
            LockedSource.Order("public required int Total { get; init; }"),
            LockedSource.OrderVersion2(
                "public required int Sum { get; init; } [Upcast(from: 1, nameof(Sum), StoredAs = \"Total\")] private static int SumOfTotal(int stored) => stored;"));
        Assert.Equal("DG7003: 'Order' is not in dynamogen.lock.json as it is declared: version 2; update the lock", Assert.Single(reports));
    }

    [Fact]
    public async Task Raised_version_without_the_upcaster_of_the_changed_property_is_an_error()
    {
        var reports = await LockedSource.Reports(LockedSource.Order("public required int Total { get; init; }"),
            LockedSource.OrderVersion2("public required string Total { get; init; }"));
        Assert.Equal(
            "DG7001: 'Order' no longer reads what is stored: attribute 'Total' is locked as 'N int required' and found as 'S string required'; let [Upcast(from: 1, nameof(Total))] take what version 1 stored",
            Assert.Single(reports));
    }

    [Fact]
    public async Task Upcaster_that_takes_what_was_never_stored_is_an_error()
    {
        var reports = await LockedSource.Reports(
            LockedSource.Order("public required int Total { get; init; }"),
            LockedSource.OrderVersion2(
                "public required string Total { get; init; } [Upcast(from: 1, nameof(Total))] private static string TotalAsText(bool stored) => \"\";"));
        Assert.StartsWith("DG7001: 'Order' no longer reads what is stored: attribute 'Total' is locked as 'N int required' and found as 'BOOL bool required'",
            Assert.Single(reports), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "keep it, or accept the loss by \"dropped N int\" in the lock")]
    [InlineData("public int? Sum { get; init; }",
        "if 'Sum' is its new name, keep the old one in items by [AttributeName(\"Total\")], or add [Upcast(from: 1, nameof(Sum), StoredAs = \"Total\")]; if not, accept the loss by \"dropped N int\" in the lock")]
    public async Task Raised_version_excuses_no_loss(string properties, string advice)
    {
        var reports = await LockedSource.Reports(LockedSource.Order("public required int Total { get; init; }"), LockedSource.OrderVersion2(properties));
        Assert.Equal("DG7001: 'Order' no longer reads what is stored: attribute 'Total' is locked as 'N int required' and no longer there; " + advice,
            Assert.Single(reports));
    }

    [Fact]
    public async Task Each_loss_of_a_raised_version_is_named_for_itself()
    {
        const string Types = "public sealed record Address(string City, string? Zip);";
        var reports = await LockedSource.Reports(
            LockedSource.Order("public string? Note { get; init; } public Address? To { get; init; }") + Types,
            LockedSource.OrderVersion2("public Address? To { get; init; }").Replace("\"ORDER#{Id}\"", "\"O#{Id}\"") + Types.Replace("Zip", "Post"));
        Assert.Equal(["DG7002", "DG7001", "DG7001"], reports.Select(report => report[..6]));
        Assert.Contains("'Note' is locked", reports[1], StringComparison.Ordinal);
        Assert.Contains("if 'To.Post' is its new name, keep the old one in items by [AttributeName(\"Zip\")]; if not,", reports[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Loss_is_accepted_by_a_line_of_the_lock(int version)
    {
        var text = LockedSource.LockOf(LockedSource.Order("public required string Note { get; init; }"));
        var edited = text.Replace("\"Note\": \"S string required\"", "\"Note\": \"dropped S string\"");
        var after = version == 1 ? LockedSource.Order("") : LockedSource.OrderVersion2("");
        Assert.Equal(version == 1 ? [] : ["DG7003: 'Order' is not in dynamogen.lock.json as it is declared: version 2; update the lock"],
            await LockedSource.ReportsWith(edited, after));
        var updated = LockedSource.Updated(edited, after);
        Assert.Contains("\"Note\": \"dropped S string\"", updated, StringComparison.Ordinal);
        Assert.Empty(await LockedSource.ReportsWith(updated, after));
    }

    [Fact]
    public async Task Unknown_attributes_keep_what_is_dropped()
    {
        const string Rest = "[UnknownAttributes] public Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> Rest { get; init; } = [];";
        var before = LockedSource.Order("public string? Note { get; init; }" + Rest);
        Assert.Equal(
            "DG7003: 'Order' is not in dynamogen.lock.json as it is declared: no attribute 'Note', which [UnknownAttributes] keeps; update the lock",
            Assert.Single(await LockedSource.Reports(before, LockedSource.Order(Rest))));
        Assert.Contains("\"Note\": \"dropped S string\"", LockedSource.UpdatedLock(before, LockedSource.Order(Rest)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_version_may_not_require_what_old_items_lack()
    {
        var reports = await LockedSource.Reports(LockedSource.Order(""), LockedSource.OrderVersion2("public required int Total { get; init; }"));
        Assert.Equal(
            "DG7001: 'Order' no longer reads what is stored: attribute 'Total' is not locked and found as 'N int required', but items of version 1 lack it; make it nullable, give it a default, or take it from another attribute by [Upcast(..., StoredAs = \"...\")]",
            Assert.Single(reports));
    }

    [Fact]
    public async Task Lowered_version_is_an_error()
    {
        var reports = await LockedSource.Reports(LockedSource.OrderVersion2(""), LockedSource.Order(""));
        Assert.Equal(
            "DG7001: 'Order' no longer reads what is stored: its version is locked as 2 and found as 1, which cannot read the items of version 2; set Version = 2 again, with its upcasters",
            Assert.Single(reports));
    }

    [Fact]
    public async Task Class_of_an_older_version_is_left_alone()
    {
        var current = LockedSource.OrderVersion2("public required string Total { get; init; }");
        const string Older =
            "[Entity<Shop>(Name = \"Order\")] [Key(\"ORDER#{Id}\", \"ORDER\")] public sealed partial record OrderVersion1(string Id, int Total);";
        Assert.Empty(await LockedSource.Reports(current, current + Older));
    }

    [Fact]
    public async Task Class_of_an_older_version_is_left_alone_inside_of_another_class_too()
    {
        const string Current =
            "public static partial class Sales { [Entity<Shop>(Version = 2)] [Key(\"ORDER#{Id}\", \"ORDER\")] public sealed partial record Order(string Id) { [Upcast(1, nameof(Id))] private static string Same(string stored) => stored; } }";
        const string Older = "[Entity<Shop>(Name = \"Order\")] [Key(\"ORDER#{Id}\", \"ORDER\")] public sealed partial record OrderVersion1(string Id);";
        Assert.Empty(await LockedSource.Reports(LockedSource.WithTable(Current), LockedSource.WithTable(Current + Older)));
    }

    [Fact]
    public async Task Dropping_an_attribute_that_had_an_upcaster_is_one_loss()
    {
        var locked = LockedSource.OrderVersion2(
            "public string? Total { get; init; } [Upcast(from: 1, nameof(Total))] private static string? TotalAsText(int stored) => stored.ToString();");
        var next = LockedSource.OrderVersion2("[Upcast(from: 2, nameof(Id))] private static string IdAsItIs(string stored) => stored;")
            .Replace("Version = 2", "Version = 3");
        var reports = await LockedSource.Reports(locked, next);
        Assert.StartsWith("DG7001: 'Order' no longer reads what is stored: attribute 'Total' is locked as 'S string' and no longer there",
            Assert.Single(reports), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_of_a_dropped_attribute_is_remembered()
    {
        var text = LockedSource.UpdatedLock(
            LockedSource.Order("public required string Note { get; init; }"), LockedSource.OrderVersion2(""), "shop\nOrder");
        Assert.Contains("\"Note\": \"dropped S string\"", text, StringComparison.Ordinal);
        Assert.Empty(await LockedSource.ReportsWith(text, LockedSource.OrderVersion2("")));
        Assert.Equal(text, LockedSource.Updated(text, LockedSource.OrderVersion2("")));
        Assert.StartsWith("DG7003", Assert.Single(await LockedSource.ReportsWith(text, LockedSource.OrderVersion2("public string? Note { get; init; }"))),
            StringComparison.Ordinal);
        Assert.Equal(
            "DG7001: 'Order' no longer reads what is stored: version 1 stored attribute 'Note' as 'S string', which is now taken for 'N int'; use another name, or add an [Upcast(from: 1, ...)] that takes it",
            Assert.Single(await LockedSource.ReportsWith(text, LockedSource.OrderVersion2("public int? Note { get; init; }"))));
    }

    [Fact]
    public async Task Class_of_a_newer_version_speaks_for_the_entity()
    {
        var current = LockedSource.Order("public required string Total { get; init; }");
        const string Newer =
            "[Entity<Shop>(Name = \"Order\", Version = 2)] [Key(\"ORDER#{Id}\", \"ORDER\")] public sealed partial record NewOrder(string Id, int Total) { [Upcast(1, nameof(Total))] private static int OfText(string stored) => int.Parse(stored); }";
        Assert.Equal("DG7003: 'NewOrder' is not in dynamogen.lock.json as it is declared: version 2; update the lock",
            Assert.Single(await LockedSource.Reports(current, current + Newer)));
        Assert.Contains("\"type\": \"NewOrder\"", LockedSource.UpdatedLock(current, current + Newer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("",
        "version 1 stored attribute 'Total' as 'N int required', which is now taken for 'S string required'; keep the [Upcast(from: 1, ...)] that takes it")]
    [InlineData("[Upcast(from: 1, nameof(Total))] private static string TotalAsText(bool stored) => \"\";",
        "version 1 stored attribute 'Total' as 'N int required', which is now taken for 'BOOL bool required'; keep the [Upcast(from: 1, ...)] that takes it")]
    [InlineData("[Upcast(from: 1, nameof(Total), StoredAs = \"Sum\")] private static string TotalAsText(int stored) => \"\";",
        "version 1 stored attribute 'Total' as 'N int required', which is now read by nothing; keep the [Upcast(from: 1, ...)] that takes it")]
    public async Task Upcaster_that_older_items_need_must_stay(string upcaster, string message)
    {
        const string Total = "public required string Total { get; init; } ";
        var locked = LockedSource.OrderVersion2(Total + "[Upcast(from: 1, nameof(Total))] private static string TotalAsText(int stored) => stored.ToString();");
        Assert.Contains("\"earlier\": {", LockedSource.LockOf(locked), StringComparison.Ordinal);
        Assert.Equal("DG7001: 'Order' no longer reads what is stored: " + message,
            Assert.Single(await LockedSource.Reports(locked, LockedSource.OrderVersion2(Total + upcaster))));
    }

    [Fact]
    public async Task Upcaster_may_take_more()
    {
        const string Total =
            "public required string Total { get; init; } [Upcast(from: 1, nameof(Total))] private static string TotalAsText(int stored) => stored.ToString();";
        Assert.Equal(
            "DG7003: 'Order' is not in dynamogen.lock.json as it is declared: what older versions stored; update the lock",
            Assert.Single(await LockedSource.Reports(
                LockedSource.OrderVersion2(Total), LockedSource.OrderVersion2(Total.Replace("int stored", "long stored")))));
    }
}
