using DynamoGen.Tests.Repositories;

namespace DynamoGen.Generator.Tests.Adoption;

/// <summary>Tables of other programs, whose items the written declarations read and write as they were.</summary>
public sealed class AdoptedTableTests(LocalServer server)
{
    [Fact]
    public async Task Items_with_marks_and_keys_in_lower_case_get_an_entity_for_each_mark()
    {
        using var table = await (await ForeignTable.CreateAsync(server, "pk S, sk S", "gsi1: gsi1pk S, gsi1sk S ALL")).PutAsync(
            Enumerable.Range(1, 5).SelectMany(number => new[]
            {
                $$"""
                {"pk":"$tools#owner_ann{{number}}","sk":"$tool_1#serial_a{{number}}-9","gsi1pk":"$tools#city_berlin{{number % 2}}","gsi1sk":"$tool_1#bought_{{1_700_000_000 + number}}",
                 "__edb_e__":"tool","__edb_v__":"1","owner":"Ann{{number}}","serial":"A{{number}}-9","city":"Berlin{{number % 2}}","boughtAt":{{1_700_000_000 + number}},"price":{{number}}.5}
                """,
                $$"""{"pk":"$tools#owner_ann{{number}}","sk":"$owner_1","__edb_e__":"owner","__edb_v__":"1","owner":"Ann{{number}}","isActive":true}""",
            }));

        var text = await table.AdoptAsync();

        Assert.Contains("TypeAttribute = \"__edb_e__\"", text, StringComparison.Ordinal);
        Assert.Contains("[Entity<", text, StringComparison.Ordinal);
        Assert.Contains("(Name = \"tool\")]", text, StringComparison.Ordinal);
        Assert.Contains("[Key(\"$tools#owner_{Owner:lower}\", \"$tool_1#serial_{Serial:lower}\")]", text, StringComparison.Ordinal);
        Assert.Contains("[Key(\"gsi1\", \"$tools#city_{City:lower}\", \"$tool_1#bought_{BoughtAt:unixSeconds}\")]", text, StringComparison.Ordinal);
        Assert.Contains("[Key(\"$tools#owner_{OwnerValue:lower}\", \"$owner_1\")]", text, StringComparison.Ordinal);
        var source = await AdoptedSource.CompileAsync(text);
        Assert.All(table.Items, item => Assert.Equal(item["__edb_e__"].S, source.EntityOf(item), ignoreCase: true));

        await using var services = source.Loaded.Connect(server, string.Empty);
        var tool = await source.Loaded.CallAsync(services, "Adopted.IToolRepository", "Get", "ANN3", "a3-9");
        Assert.Contains("Berlin1", tool!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_without_marks_are_told_apart_by_what_their_keys_begin_with()
    {
        using var table = await (await ForeignTable.CreateAsync(server, "PK S, SK S", "by-status: GSI1PK S, GSI1SK S ALL")).PutAsync(
            Enumerable.Range(1, 5).SelectMany(number => new[]
            {
                $$"""{"PK":"USER#u{{number}}","SK":"PROFILE","userId":"u{{number}}","full name":"Jo {{number}}","tags":{"$set":["a","b{{number}}"]}{{(number == 2 ? ",\"class\":\"gold\"" : "")}}}""",
                $$"""
                {"PK":"USER#u{{number}}","SK":"ORDER#0000{{number}}","userId":"u{{number}}","number":{{number}},"placed":"2026-01-0{{number}}T10:00:00.000Z",
                 "shipTo":{"city":"Bonn","zip":{{53_000 + number}}{{(number == 3 ? ",\"floor\":2" : "")}}},"lines":[{"sku":"x","price":1.25},{"sku":"y{{number}}","price":2}],
                 "scores":{"$set":[1,{{number + 1}}]},"note":{{(number == 4 ? "null" : "\"n\"")}},"expires":{{1_900_000_000 + number}}
                 {{(number % 2 == 0 ? $",\"GSI1PK\":\"STATUS#open\",\"GSI1SK\":\"2026-01-0{number}T10:00:00.000Z\",\"status\":\"open\"" : "")}}}
                """,
            }));
        await table.EndItemsByAsync("expires");

        var text = await table.AdoptAsync("--segments", "1");

        Assert.Contains("Marks = ItemMarks.None, TimeToLive = \"expires\"", text, StringComparison.Ordinal);
        Assert.Contains("[Key(\"USER#{UserId:raw}\", \"PROFILE\")]", text, StringComparison.Ordinal);
        Assert.Contains("[Key(\"USER#{UserId:raw}\", \"ORDER#{Number:D5}\")]", text, StringComparison.Ordinal);
        Assert.Contains("[Key(\"by-status\", \"STATUS#{Status:raw}\", \"{Placed:raw}\")]", text, StringComparison.Ordinal);
        Assert.Contains("// unsure: 'GSI1PK': 'Status' is the same in all items, and may be a text of the key", text, StringComparison.Ordinal);
        Assert.Contains("[TimeToLive, AttributeName(\"expires\")]", text, StringComparison.Ordinal);
        Assert.Contains("    // unsure: in 1 of 5 items\n    [AttributeName(\"class\")]\n    public string? Class", text, StringComparison.Ordinal);
        Assert.Contains("public required OrderShipTo ShipTo { get; init; }", text, StringComparison.Ordinal);
        Assert.Contains("public HashSet<int> Scores", text, StringComparison.Ordinal);
        Assert.Contains("    // unsure: NULL in some; null leaves the attribute out when it is written\n    [AttributeName(\"note\")]", text, StringComparison.Ordinal);
        var source = await AdoptedSource.CompileAsync(text);
        Assert.All(table.Items, item => Assert.Equal(item["SK"].S == "PROFILE" ? "User" : "Order", source.EntityOf(item)));

        await using var services = source.Loaded.Connect(server, string.Empty);
        var orders = (System.Collections.IEnumerable)(await source.Loaded.CallAsync(services, "Adopted.IOrderRepository", "ByStatus", "open"))!;
        Assert.Equal([2, 4], orders.Cast<object>().Select(order => (int)order.GetType().GetProperty("Number")!.GetValue(order)!));
        Assert.NotNull(await source.Loaded.CallAsync(services, "Adopted.IUserRepository", "Get", "u2"));
    }

    [Fact]
    public async Task A_key_of_its_own_is_a_property_of_its_type_and_an_index_of_keys_is_hydrated()
    {
        using var table = await (await ForeignTable.CreateAsync(server, "id S", "by-mail: email S KEYS_ONLY")).PutAsync(
            Enumerable.Range(1, 4).Select(number => $$"""
                {"id":"{{Guid.NewGuid()}}"{{(number == 1 ? "" : $",\"email\":\"m{number}@x.org\"")}},"born":"1990-01-0{{number}}","balance":{{number}}.5,
                 "createdAt":{{1_700_000_000_000 + number}},"views":{{10_000_000 * number}},"isActive":true,"seen":"2026-01-01T00:00:00.0000000Z"}
                """));

        var text = await table.AdoptAsync();

        Assert.Contains("public required Guid Id", text, StringComparison.Ordinal);
        Assert.Contains("public required DateOnly Born", text, StringComparison.Ordinal);
        Assert.Contains("public required decimal Balance", text, StringComparison.Ordinal);
        Assert.Contains("public required long Views", text, StringComparison.Ordinal);
        Assert.Contains("[AttributeName(\"createdAt\"), EpochMilliseconds]\n    public required DateTimeOffset CreatedAt", text, StringComparison.Ordinal);
        Assert.Contains("public required DateTimeOffset Seen", text, StringComparison.Ordinal);
        Assert.Contains("public string? Email", text, StringComparison.Ordinal);
        Assert.Contains("[Index(\"by-mail\"), Hydrate]", text, StringComparison.Ordinal);
        var source = await AdoptedSource.CompileAsync(text);
        Assert.All(table.Items, item => source.EntityOf(item));
    }

    [Fact]
    public async Task A_key_that_nothing_explains_is_a_property_and_what_keys_do_not_tell_apart_gets_marks()
    {
        using var table = await (await ForeignTable.CreateAsync(server, "pk S, sk S", "inverted: sk S, pk S ALL")).PutAsync(
            Enumerable.Range(1, 4).SelectMany(number => new[]
            {
                $$"""{"pk":"TEAM#{{Guid.NewGuid():N}}","sk":"{{number}}x{{number * 7}}","size":{{number}}}""",
                $$"""{"pk":"{{Guid.NewGuid():N}}","sk":"{{number}}y","color":"red"}""",
            }));

        var text = await table.AdoptAsync();

        Assert.Contains("begins with 'TEAM#', but no attributes explain what follows, so that the key is a property", text, StringComparison.Ordinal);
        Assert.Contains("[Key(\"{Pk}\", \"{Sk}\")]", text, StringComparison.Ordinal);
        Assert.Contains("[Key(\"inverted\", \"{Sk}\", \"{Pk}\")]", text, StringComparison.Ordinal);
        Assert.Contains("// unsure: its items carry no mark, and the keys of some entities begin as those of others do", text, StringComparison.Ordinal);
        var source = await AdoptedSource.CompileAsync(text);
        Assert.All(table.Items, item => source.EntityOf(item));
    }

    [Fact]
    public async Task Numbers_are_keys_and_what_is_no_name_of_CSharp_or_of_one_type_is_kept()
    {
        using var table = await (await ForeignTable.CreateAsync(server, "device N, at N")).PutAsync(
            """{"device":1,"at":1700000000,"1st":"a","Equals":"b","x.y":{"$set":["p"]},"mixed":"text","empty":{},"none":[],"counts":{"a b":1,"c":2},"_v":"old","nothing":null}""",
            """{"device":1,"at":1700000001,"1st":"a","Equals":"b","mixed":5,"empty":{},"none":[],"counts":{"d":1},"_v":"old","nothing":null,"deep":[[1,2],[3]]}""",
            """{"device":2,"at":1700000002,"1st":"a","Equals":"b","mixed":{"a":1},"empty":{},"none":[],"counts":{},"_v":"old","nothing":null}""");

        var text = await table.AdoptAsync();

        Assert.Contains("PartitionKeyType = KeyAttributeType.Number, SortKeyType = KeyAttributeType.Number", text, StringComparison.Ordinal);
        Assert.Contains("// unsure: mixed types: ", text, StringComparison.Ordinal);
        Assert.Contains("public required Dictionary<string, int> Counts", text, StringComparison.Ordinal);
        Assert.Contains("public List<List<int>>? Deep", text, StringComparison.Ordinal);
        var source = await AdoptedSource.CompileAsync(text);
        Assert.All(table.Items, item => source.EntityOf(item));
    }

    [Fact]
    public async Task Of_an_empty_table_its_class_is_written()
    {
        using var table = await ForeignTable.CreateAsync(server, "pk S, sk S", "other: a S, b N ALL");

        var text = await table.AdoptAsync();

        Assert.Contains("// unsure: the table has no items, so that there is no entity", text, StringComparison.Ordinal);
        Assert.Contains("[GlobalIndex(\"other\", PartitionKey = \"a\", SortKey = \"b\", SortKeyType = KeyAttributeType.Number)]", text, StringComparison.Ordinal);
        Design.Compiles(AdoptedSource.Run(text));
    }
}
