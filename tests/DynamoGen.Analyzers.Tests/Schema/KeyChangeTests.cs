namespace DynamoGen.Analyzers.Tests.Schema;

public sealed class KeyChangeTests
{
    [Theory]
    [InlineData("[Key(\"ORDER#{Number}\", \"A\")]", "[Key(\"O#{Number}\", \"A\")]",
        "key attribute 'pk' is locked as \"ORDER#{Number:int D10}\" and found as \"O#{Number:int D10}\"; keep the template, or move the items and accept the change in the lock")]
    [InlineData("[Key(\"ORDER#{Number}\", \"A\")]",
        "[Key(\"ORDER#{Number:D8}\", \"A\")]", "key attribute 'pk' is locked as \"ORDER#{Number:int D10}\" and found as \"ORDER#{Number:int D8}\"")]
    [InlineData("[Key(\"ORDER#{Number}\", \"A\")]", "[Key(\"ORDER#{Number}\", \"B\")]", "key attribute 'sk' is locked as \"A\" and found as \"B\"")]
    [InlineData("[Key(\"{Text}\", \"{At}\")]", "[Key(\"{Text}\", \"{At:yyyy-MM-dd}\")]",
        "key attribute 'sk' is locked as \"{At:DateTimeOffset yyyy-MM-ddTHH:mm:ss.fffffffZ}\" and found as \"{At:DateTimeOffset yyyy-MM-dd}\"")]
    [InlineData("[Key(\"{Text}\", \"{Colour:D}\")]", "[Key(\"{Text}\", \"{Colour}\")]",
        "key attribute 'sk' is locked as \"{Colour:enumNumber}\" and found as \"{Colour:enum}\"")]
    [InlineData("[Key(\"{Text}\", \"{Colour:lower}\")]", "[Key(\"{Text}\", \"{Colour}\")]", "key attribute 'sk' is locked as \"{Colour:lower:enum ")]
    [InlineData("[Key(\"{Text:lower}\", \"A\")]", "[Key(\"{Text}\", \"A\")]",
        "key attribute 'pk' is locked as \"{Text:raw lower}\" and found as \"{Text}\"")]
    [InlineData("[Key(\"{Number:D}\", \"A\")]", "[Key(\"{Number}\", \"A\")]",
        "key attribute 'pk' is locked as \"{Number:plain}\" and found as \"{Number:int D10}\"")]
    [InlineData("[Key(\"{Text}\", \"A\")] [Key(\"gsi1\", \"{Colour}\", \"{Text}\", Shards = 4)]",
        "[Key(\"{Text}\", \"A\")] [Key(\"gsi1\", \"{Colour}\", \"{Text}\", Shards = 3)]",
        "key attribute 'gsi1pk' is locked as \"{Colour:enum}#{shard of 4}\" and found as \"{Colour:enum}#{shard of 3}\"")]
    [InlineData("[Key(\"{Colour}\", \"{Text}\", Shards = 4)]", "[Key(\"{Colour}\", \"{Text}\", Shards = 8)]",
        "key attribute 'pk' is locked as \"{Colour:enum}#{shard of 4}\" and found as \"{Colour:enum}#{shard of 8}\"; keep the template, or move the items and accept the change in the lock")]
    [InlineData("[Key(\"{Colour}\", \"{Text}\", Shards = 8)]", "[Key(\"{Colour}\", \"{Text}\", Shards = 4)]",
        "key attribute 'pk' is locked as \"{Colour:enum}#{shard of 8}\" and found as \"{Colour:enum}#{shard of 4}\"")]
    [InlineData("[Key(\"{Text}\", \"A\")] [Key(\"gsi1\", \"{Colour}\", \"{Text}\")]", "[Key(\"{Text}\", \"A\")] [Key(\"gsi1\", \"{Colour}\", \"{Number}\")]",
        "key attribute 'gsi1sk' is locked as \"{Text}\" and found as \"{Number:int D10}\"")]
    public async Task Changed_template_is_an_error(string before, string after, string message)
    {
        var reports = await LockedSource.Reports(Entity(before), Entity(after));
        Assert.StartsWith("DG7002: 'Order' no longer finds what is stored: " + message, Assert.Single(reports), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[AttributeName(\"Country\")] string Land", "Address.Land", null)]
    [InlineData("string Country", "Address.City", "key attribute 'gsi1pk' is locked as \"{Address.Country}\" and found as \"{Address.City}\"")]
    public async Task Member_of_a_nested_object_is_known_by_its_attributes(string member, string name, string? message)
    {
        var reports = await LockedSource.Reports(Entity("string Country", "Address.Country"), Entity(member, name));
        Assert.Equal(message is null ? 0 : 1, reports.Count(report => report.StartsWith("DG7002", StringComparison.Ordinal)));
        Assert.All(reports, report => Assert.Contains(message ?? "nothing", report, StringComparison.Ordinal));

        static string Entity(string member, string name) => LockedSource.WithTable($$"""
            public sealed record Address({{member}}, string City);
            [Entity<Shop>, Key("{Text}", "A"), Key("gsi1", "{{{name}}}", "{Text}")]
            public sealed partial record Order(string Text, Address Address);
            """);
    }

    [Fact]
    public async Task Raised_version_moves_no_item()
    {
        var reports = await LockedSource.Reports(Entity("[Key(\"ORDER#{Number}\", \"A\")]"), Entity("[Key(\"O#{Number}\", \"A\")]", version: 2));
        Assert.Equal("DG7002: 'Order' no longer finds what is stored: key attribute 'pk' is locked as \"ORDER#{Number:int D10}\" and found as \"O#{Number:int D10}\"; keep the template, or move the items and accept the change in the lock", Assert.Single(reports));
    }

    [Theory]
    [InlineData("[Key(\"{Text}\", \"A\")]", "[Key(\"{Text}\", \"A\")] [Key(\"gsi1\", \"{Number}\", \"{Text}\")]",
        "key attribute 'gsi1pk' as \"{Number:int D10}\", which items have once they are written again, and 1 more")]
    [InlineData("[Key(\"{Text}\", \"A\")] [Key(\"gsi1\", \"{Number}\", \"{Text}\")]", "[Key(\"{Text}\", \"A\")]", "key attribute 'gsi1pk' is gone, and 1 more")]
    public async Task Key_of_an_index_may_come_and_go(string before, string after, string message) =>
        Assert.Equal($"DG7003: 'Order' is not in dynamogen.lock.json as it is declared: {message}; update the lock",
            Assert.Single(await LockedSource.Reports(Entity(before), Entity(after))));

    [Theory]
    [InlineData("[Unique(\"NUMBER#{Number}\")]", "[Unique(\"N#{Number}\")]",
        "DG7002: 'Order' no longer finds what is stored: the marker of 'UniqueNumber' is locked as \"NUMBER#{Number:int D10}\" and found as \"N#{Number:int D10}\"; keep the template, or run RepairUnique and accept the change in the lock")]
    [InlineData("", "[Unique(\"NUMBER#{Number}\")]",
        "DG7003: 'Order' is not in dynamogen.lock.json as it is declared: the marker of 'UniqueNumber' as \"NUMBER#{Number:int D10}\", which items have once RepairUnique has run; update the lock")]
    [InlineData("[Unique(\"NUMBER#{Number}\")]",
        "", "DG7003: 'Order' is not in dynamogen.lock.json as it is declared: the marker of 'UniqueNumber' is gone; update the lock")]
    public async Task Markers_of_unique_values_are_keys_too(string before, string after, string report)
    {
        const string Key = "[Key(\"ORDER#{Text}\", \"A\")]";
        Assert.Equal(report, Assert.Single(await LockedSource.Reports(Entity(Key + before), Entity(Key + after))));
        Assert.Empty(await LockedSource.Reports(Entity(Key + after), Entity(Key + after)));
    }

    [Theory]
    [InlineData("", "ALL")]
    [InlineData(", Projection = IndexProjection.KeysOnly", "KEYS_ONLY")]
    [InlineData(", Projection = IndexProjection.Include, NonKeyAttributes = [\"b\", \"a\"]", "INCLUDE _t, _v, a, b")]
    public async Task Projection_of_an_index_is_recorded(string projection, string text)
    {
        var source = $"[Table(\"shop\"), GlobalIndex(\"idx\", PartitionKey = \"p\"{projection})] public sealed partial class Shop;";
        Assert.Contains($"\"projection\": \"{text}\"", LockedSource.LockOf(source), StringComparison.Ordinal);
        var other = source.Replace("\"p\"" + projection, "\"p\", Projection = IndexProjection.Include, NonKeyAttributes = [\"c\"]");
        Assert.Equal(
            text == "ALL"
                ? "DG7003: 'Shop' is not in dynamogen.lock.json as it is declared: index 'idx' with the projection INCLUDE _t, _v, c; update the lock"
                : $"DG7002: 'Shop' no longer finds what is stored: index 'idx' is locked with the projection {text} and found with INCLUDE _t, _v, c; an index's projection never changes, so that reads would miss what it does not hold; keep it, or declare an index of another name",
            Assert.Single(await LockedSource.Reports(source, other)));
    }

    [Fact]
    public async Task Key_of_several_attributes_is_locked_with_all_of_them()
    {
        const string Before = """
            [Table("shop", SortKey = null), GlobalIndex("by-region", PartitionKeys = ["Region", "City"], SortKeys = ["Year"], SortKeyTypes = [KeyAttributeType.Number])] public sealed partial class Shop;
            [Entity<Shop>, Key("ORDER#{Id}"), MultiAttributeKey("by-region")] public sealed partial record Order(int Id, string Region, string City, int Year);
            """;
        Assert.Contains("{ \"partitionKey\": \"Region, City\", \"sortKey\": \"Year\", \"sortKeyType\": \"N\", \"projection\": \"ALL\" }",
            LockedSource.LockOf(Before), StringComparison.Ordinal);
        Assert.Equal(
            "DG7002: 'Shop' no longer finds what is stored: index 'by-region' is locked as global ('Region, City', 'Year' N) and found as global ('City, Region', 'Year' N), under which no stored item is found; keep it, or declare an index of another name",
            Assert.Single(await LockedSource.Reports(Before, Before.Replace("\"Region\", \"City\"", "\"City\", \"Region\""))));
    }

    [Fact]
    public async Task Number_as_a_key_may_become_wider()
    {
        const string Before =
            "[Table(\"shop\", PartitionKey = \"Meter\", SortKey = \"At\", SortKeyType = KeyAttributeType.Number)] public sealed partial class Shop; [Entity<Shop>, Key(\"{Meter}\", \"{At}\")] public sealed partial record Reading(string Meter, int At);";
        var text = LockedSource.LockOf(Before);
        Assert.Contains("\"sortKeyType\": \"N\"", text, StringComparison.Ordinal);
        Assert.Contains("\"At\": \"{At:N}\"", text, StringComparison.Ordinal);
        Assert.Equal("DG7003: 'Reading' is not in dynamogen.lock.json as it is declared: attribute 'At' as 'N long required'; update the lock",
            Assert.Single(await LockedSource.Reports(Before, Before.Replace("int At", "long At"))));
    }

    [Fact]
    public async Task Property_of_a_key_may_be_renamed_as_long_as_its_attribute_is_not() => Assert.Empty(await LockedSource.Reports(
        LockedSource.WithTable("[Entity<Shop>, Key(\"{Id}\", \"A\")] public sealed partial record Order { public required string Id { get; init; } }"),
        LockedSource.WithTable(
            "[Entity<Shop>, Key(\"{OrderId}\", \"A\")] public sealed partial record Order { [AttributeName(\"Id\")] public required string OrderId { get; init; } }")));

    [Fact]
    public async Task Number_of_one_width_may_become_another_type()
    {
        var before = Entity("[Key(\"ORDER#{Number:D10}\", \"A\")]");
        Assert.Equal(
            "DG7003: 'Order' is not in dynamogen.lock.json as it is declared: attribute 'Number' as 'N long required', and 1 more; update the lock",
            Assert.Single(await LockedSource.Reports(before, before.Replace("int Number", "long Number"))));
    }

    [Theory]
    [InlineData("[EnumAsNumber] public required Colour Colour { get; init; }")]
    [InlineData("public Colour Colour => Colour.Red;")]
    public async Task Names_of_an_enum_that_only_the_key_holds_are_locked_with_it(string property)
    {
        var before = LockedSource.WithTable(
            $"public enum Colour {{ Red, Blue }} [Entity<Shop>, Key(\"{{Id}}\", \"{{Colour}}\")] public sealed partial record Paint {{ public required string Id {{ get; init; }} {property} }}");
        Assert.Contains("\"sk\": \"{Colour:enum Red, Blue}\"", LockedSource.LockOf(before), StringComparison.Ordinal);
        Assert.StartsWith("DG7003: 'Paint' is not in dynamogen.lock.json as it is declared: ",
            Assert.Single(await LockedSource.Reports(before, before.Replace("Red, Blue", "Red, Blue, Green"))), StringComparison.Ordinal);
        Assert.StartsWith(
            "DG7002: 'Paint' no longer finds what is stored: key attribute 'sk' is locked as \"{Colour:enum Red, Blue}\" and found as \"{Colour:enum Red, Navy}\"",
            Assert.Single(await LockedSource.Reports(before, before.Replace("Red, Blue", "Red, Navy"))),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_of_an_enum_that_becomes_an_attribute_stay()
    {
        var before = LockedSource.WithTable(
            "public enum Colour { Red, Blue } [Entity<Shop>, Key(\"{Id}\", \"{Colour}\")] public sealed partial record Paint { public required string Id { get; init; } public Colour Colour => Colour.Red; }");
        var report = Assert.Single(await LockedSource.Reports(before, before.Replace("Colour => Colour.Red;", "Colour { get; init; }")));
        Assert.StartsWith("DG7003: 'Paint' is not in dynamogen.lock.json as it is declared: attribute 'Colour' as 'S enum Red, Blue', and 1 more",
            report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Table(\"shop\")]", "[Table(\"shop\", PartitionKey = \"id\")]",
        "DG7002: 'Shop' no longer finds what is stored: its key is locked as ('pk', 'sk') and found as ('id', 'sk'); a table's key never changes, so keep it, or name another table and move the items")]
    [InlineData("[Table(\"shop\")]", "[Table(\"shop\", SortKeyType = KeyAttributeType.Number)]",
        "DG7002: 'Shop' no longer finds what is stored: its key is locked as ('pk', 'sk') and found as ('pk', 'sk' N); a table's key never changes, so keep it, or name another table and move the items")]
    [InlineData("[Table(\"shop\"), GlobalIndex(\"idx\", PartitionKey = \"p\", PartitionKeyType = KeyAttributeType.Binary)]",
        "[Table(\"shop\"), GlobalIndex(\"idx\", PartitionKey = \"p\", PartitionKeyType = KeyAttributeType.Number)]",
        "DG7002: 'Shop' no longer finds what is stored: index 'idx' is locked as global ('p' B) and found as global ('p' N), under which no stored item is found; keep it, or declare an index of another name")]
    [InlineData("[Table(\"shop\")]", "[Table(\"store\")]",
        "DG7002: 'Shop' no longer finds what is stored: its name is locked as 'shop' and found as 'store'; keep the name, or move the items and accept the change in the lock")]
    [InlineData("[Table(\"shop\", Stream = StreamView.NewImage)]", "[Table(\"shop\")]",
        "DG7001: 'Shop' no longer reads what is stored: its stream is locked as NewImage and gone; a stream never changes, so that it ends for all who read it; keep it, or let them read it to its end and accept the change in the lock")]
    [InlineData("[Table(\"shop\", Stream = StreamView.NewImage)]", "[Table(\"shop\", Stream = StreamView.NewAndOldImages)]",
        "DG7001: 'Shop' no longer reads what is stored: its stream is locked as NewImage and found as NewAndOldImages; a stream never changes, so that it ends for all who read it; keep it, or let them read it to its end and accept the change in the lock")]
    [InlineData("[Table(\"shop\")]", "[Table(\"shop\", TypeAttribute = \"kind of\")]",
        "DG7001: 'Shop' no longer reads what is stored: its marks are locked as '_t' and '_v' and found as 'kind of' and '_v', by which item collections, scans and streams pass over items that are stored; keep them, or stamp the items and accept the change in the lock")]
    [InlineData("[Table(\"shop\", TypeAttribute = \"kind of\", VersionAttribute = \"v\", Marks = ItemMarks.Optional)]", "[Table(\"shop\", TypeAttribute = \"kind of\", VersionAttribute = \"v\")]",
        "DG7001: 'Shop' no longer reads what is stored: its marks are locked as 'kind of' and 'v', optional and found as 'kind of' and 'v', by which item collections, scans and streams pass over items that are stored; keep them, or stamp the items and accept the change in the lock")]
    [InlineData("[Table(\"shop\", Marks = ItemMarks.None)]", "[Table(\"shop\")]",
        "DG7001: 'Shop' no longer reads what is stored: its marks are locked as none and found as '_t' and '_v', by which item collections, scans and streams pass over items that are stored; keep them, or stamp the items and accept the change in the lock")]
    [InlineData("[Table(\"shop\")]", "[Table(\"shop\", Marks = ItemMarks.Optional)]",
        "DG7003: 'Shop' is not in dynamogen.lock.json as it is declared: marks '_t' and '_v', optional; update the lock")]
    [InlineData("[Table(\"shop\", Marks = ItemMarks.None)]", "[Table(\"shop\", Marks = ItemMarks.Optional)]",
        "DG7003: 'Shop' is not in dynamogen.lock.json as it is declared: marks '_t' and '_v', optional; update the lock")]
    [InlineData("[Table(\"shop\", Marks = ItemMarks.Optional)]", "[Table(\"shop\", Marks = ItemMarks.None)]",
        "DG7003: 'Shop' is not in dynamogen.lock.json as it is declared: marks none; update the lock")]
    [InlineData("[Table(\"shop\", TimeToLive = \"expires\")]", "[Table(\"shop\")]",
        "DG7001: 'Shop' no longer reads what is stored: its TimeToLive is locked as 'expires' and gone, so that stored items no longer expire; keep it, or rewrite the items and accept the change in the lock")]
    [InlineData("[Table(\"shop\", TimeToLive = \"expires\")]", "[Table(\"shop\", TimeToLive = \"ends\")]",
        "DG7001: 'Shop' no longer reads what is stored: its TimeToLive is locked as 'expires' and found as 'ends', so that stored items no longer expire; keep it, or rewrite the items and accept the change in the lock")]
    [InlineData("[Table(\"shop\"), GlobalIndex(\"idx\", PartitionKey = \"p\")]", "[Table(\"shop\"), GlobalIndex(\"idx\", PartitionKey = \"q\")]",
        "DG7002: 'Shop' no longer finds what is stored: index 'idx' is locked as global ('p') and found as global ('q'), under which no stored item is found; keep it, or declare an index of another name")]
    [InlineData("[Table(\"shop\")]", "[Table(\"shop\", Stream = StreamView.KeysOnly)]",
        "DG7003: 'Shop' is not in dynamogen.lock.json as it is declared: stream KeysOnly; update the lock")]
    [InlineData("[Table(\"shop\")]", "[Table(\"shop\", TimeToLive = \"expires\")]",
        "DG7003: 'Shop' is not in dynamogen.lock.json as it is declared: TimeToLive 'expires'; update the lock")]
    [InlineData("[Table(\"shop\")]", "[Table(\"shop\"), GlobalIndex(\"idx\", PartitionKey = \"p\")]",
        "DG7003: 'Shop' is not in dynamogen.lock.json as it is declared: index 'idx'; update the lock")]
    [InlineData("[Table(\"shop\")]", "[Table(\"shop\"), LocalIndex(\"idx\", SortKey = \"s\")]",
        "DG7002: 'Shop' no longer finds what is stored: local index 'idx' is not locked, and DynamoDB can only create it with its table; declare a global index, or name another table and move the items")]
    [InlineData("[Table(\"shop\"), LocalIndex(\"idx\", SortKey = \"s\")]",
        "[Table(\"shop\")]", "DG7003: 'Shop' is not in dynamogen.lock.json as it is declared: no index 'idx'; update the lock")]
    public async Task Changes_of_a_table_are_told_apart(string before, string after, string report) =>
        Assert.Equal(report,
            Assert.Single(await LockedSource.Reports($"{before} public sealed partial class Shop;", $"{after} public sealed partial class Shop;")));

    private static string Entity(string keys, int version = 1) => LockedSource.WithTable($$"""
        public enum Colour { Red, Blue }
        [Entity<Shop>(Version = {{version}})] {{keys}}
        public sealed partial record Order(string Text, int Number, Colour Colour, DateTimeOffset At)
        {
            {{(version == 1 ? "" : "[Upcast(1, nameof(Text))] private static string Same(string stored) => stored;")}}
        }
        """);
}
