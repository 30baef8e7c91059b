using DynamoGen.Analyzers.Tests.Verification;
using DynamoGen.Analyzers.Writes;

namespace DynamoGen.Analyzers.Tests.Writes;

public sealed class RepeatedItemTests
{
    private static string Source(string statements) => SdkSource.Of($$"""
            [DynamoDBTable("users")] public class User { [DynamoDBHashKey] public string Id { get; set; } = ""; public string Name { get; set; } = ""; }
            private readonly string _table = "orders";
            async Task M(
                string id, string other, User user, Dictionary<string, AttributeValue> key, Dictionary<string, AttributeValue> item, AttributeValue value,
                TransactWriteItem given, List<TransactWriteItem> more, string[] ids, bool all)
            {
        {{statements}}
            }
            static string Next() => Guid.NewGuid().ToString();
            public class Mail
            {
                private string _start = "A#";
                public string Address { get; set; } = "";
                public Dictionary<string, AttributeValue> ToItem() => new() { ["PK"] = new() { S = $"MAIL#{Address}" }, ["SK"] = new AttributeValue("MAIL") };
                public Dictionary<string, AttributeValue> ToKey() { return new() { ["PK"] = new(string.Format("{0}", Address)) }; }
                public Dictionary<string, AttributeValue> Random() => new() { ["PK"] = new(Guid.NewGuid().ToString()) };
                public Dictionary<string, AttributeValue> Timed() => new() { ["PK"] = new(DateTime.UtcNow.ToString("O")) };
                public Dictionary<string, AttributeValue> Prefixed() => new() { ["PK"] = new(_start) };
                public Dictionary<string, AttributeValue> Counted() { Address += "x"; return new() { ["PK"] = new(Address) }; }
                public virtual Dictionary<string, AttributeValue> Other() => new() { ["PK"] = new(Address) };
            }
            static Dictionary<string, AttributeValue> KeyOf(string id) => new() { ["PK"] = new("USER#" + id) };
            static void Change(Mail mail) => mail.Address = "";
        """);

    private static Task Reports(string statements) => RuleTest<RepeatedItemAnalyzer>.Reports(Source(statements));

    private static string Transaction(string items) => $"await client.TransactWriteItemsAsync(new TransactWriteItemsRequest {{ TransactItems = [{items}] }});";

    private static string Key(string entries) => $"Key = new() {{ {entries} }}";

    [Theory]
    [InlineData("new() { Delete = new Delete { TableName = \"orders\", Key = key } }, {|DG4006:new|}() { Update = new Update { TableName = \"orders\", Key = key } }")]
    [InlineData("new() { ConditionCheck = new() { TableName = _table, Key = key } }, {|DG4006:new TransactWriteItem|} { Delete = new() { TableName = _table, Key = key } }")]
    [InlineData("given, {|DG4006:given|}")]
    [InlineData("new() { Put = new Put { TableName = \"orders\", Item = item } }, {|DG4006:new|}() { Put = new Put { TableName = \"orders\", Item = item } }")]
    public Task Flags_the_same_variable_in_a_transaction(string items) => Reports(Transaction(items));

    [Theory]
    [InlineData("[\"Id\"] = new(\"1\")", "[\"Id\"] = new AttributeValue { S = \"1\" }")]
    [InlineData("[\"Id\"] = new() { N = \"1\" }, [\"At\"] = new(id)", "[\"At\"] = new AttributeValue(id), [\"Id\"] = new() { N = \"1\" }")]
    [InlineData("{ \"Id\", new AttributeValue($\"USER#{id}\") }", "{ \"Id\", new AttributeValue($\"USER#{id}\") }")]
    [InlineData("[\"Id\"] = value", "[\"Id\"] = value")]
    [InlineData("[\"Id\"] = new(\"USER#\" + user.Id)", "[\"Id\"] = new(\"USER#\" + user.Id)")]
    public async Task Flags_keys_of_equal_attributes(string first, string second)
    {
        await Reports(Transaction(
            $"new() {{ Delete = new() {{ TableName = \"t\", {Key(first)} }} }}, given, {{|DG4006:new|}}() {{ Update = new() {{ TableName = \"t\", {Key(second)} }} }}"));
        await Reports(
            "await client.BatchGetItemAsync(new BatchGetItemRequest { RequestItems = new() { [\"t\"] = new KeysAndAttributes { Keys = [new() { "
            + first + " }, {|DG4006:new|}() { " + second + " }] } } });");
        await Reports(
            "await client.BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>> { [\"t\"] = [new(new DeleteRequest(new() { "
            + first + " })), {|DG4006:new WriteRequest|} { DeleteRequest = new() { Key = new() { " + second + " } } }] });");
    }

    [Theory]
    [InlineData("var items = new List<TransactWriteItem>(); items.Add(given); items.Add({|DG4006:given|}); await client.TransactWriteItemsAsync(new() { TransactItems = items });")]
    [InlineData("var r = new TransactWriteItemsRequest(); r.TransactItems = [given]; r.TransactItems.Add({|DG4006:given|}); await concreteClient.TransactWriteItemsAsync(r);")]
    [InlineData("var r = new BatchGetItemRequest { RequestItems = new() { { \"t\", new KeysAndAttributes { Keys = new List<Dictionary<string, AttributeValue>> { key, {|DG4006:key|} } } } } };")]
    [InlineData("var keys = new Dictionary<string, KeysAndAttributes> { [\"t\"] = new() { Keys = [key, {|DG4006:key|}] } }; Use(await client.BatchGetItemAsync(keys));")]
    [InlineData("var w = new WriteRequest(new PutRequest(item)); Use(new BatchWriteItemRequest { RequestItems = new() { [\"t\"] = [w, {|DG4006:w|}] } });")]
    public Task Flags_what_is_put_into_a_list(string statements) => Reports(statements);

    [Theory]
    [InlineData("new() { Put = new() { TableName = \"t\", Item = new() { [\"Id\"] = new(id), [\"A\"] = new(\"1\") } } }, {|DG4006:new|}() { Delete = new() { TableName = \"t\", Key = new() { [\"Id\"] = new(id) } } }")]
    [InlineData("new() { Put = new() { TableName = \"users\", Item = new() { [\"Id\"] = new(id), [\"A\"] = new(\"1\") } } }, {|DG4006:new|}() { Put = new() { TableName = \"users\", Item = new() { [\"Id\"] = new(id), [\"A\"] = new(\"2\") } } }")]
    [InlineData("new() { Put = new() { TableName = \"t\", Item = new() { [\"Id\"] = new(id) } } }, {|DG4006:new|}() { Put = new() { TableName = \"t\", Item = new() { [\"Id\"] = new(id) } } }")]
    [InlineData("new() { Put = new() { TableName = \"t\", Item = new() { [\"Id\"] = new(id), [\"A\"] = new(\"1\") } } }, {|DG4006:new|}() { Put = new() { TableName = \"t\", Item = new() { [\"Id\"] = new(id) } } }, new() { Delete = new() { TableName = \"t\", Key = new() { [\"Id\"] = new(other) } } }")]
    public Task Flags_puts_whose_key_is_known(string items) => Reports(Transaction(items));

    [Theory]
    [InlineData("new() { Delete = new() { TableName = \"a\", Key = key } }, new() { Delete = new() { TableName = \"b\", Key = key } }")]
    [InlineData("new() { Delete = new() { TableName = id, Key = key } }, new() { Delete = new() { TableName = other, Key = key } }")]
    [InlineData("new() { Delete = new() { TableName = \"a\", Key = key } }, new() { Delete = new() { TableName = \"a\", Key = item } }")]
    [InlineData("new() { Put = new() { TableName = \"t\", Item = new() { [\"Id\"] = new(id), [\"A\"] = new(\"1\") } } }, new() { Put = new() { TableName = \"t\", Item = new() { [\"Id\"] = new(id), [\"A\"] = new(\"2\") } } }")]
    [InlineData("given")]
    [InlineData(".. more, .. more")]
    public Task Leaves_other_transactions_alone(string items) => Reports(Transaction(items));

    [Theory]
    [InlineData("[\"Id\"] = new(\"1\")", "[\"Id\"] = new(\"2\")")]
    [InlineData("[\"Id\"] = new(\"1\")", "[\"Id\"] = new() { N = \"1\" }")]
    [InlineData("[\"Id\"] = new(id), [\"At\"] = new(\"1\")", "[\"Id\"] = new(id), [\"At\"] = new(\"2\")")]
    [InlineData("[\"Id\"] = new(id), [\"At\"] = new(\"1\")", "[\"Id\"] = new(id)")]
    [InlineData("[\"Id\"] = new(id)", "[\"Id\"] = new(other)")]
    [InlineData("[\"Id\"] = new(Next())", "[\"Id\"] = new(Next())")]
    [InlineData("[\"Id\"] = new(Guid.NewGuid().ToString())", "[\"Id\"] = new(Guid.NewGuid().ToString())")]
    [InlineData("[\"Id\"] = new(DateTime.UtcNow.ToString(\"o\"))", "[\"Id\"] = new(DateTime.UtcNow.ToString(\"o\"))")]
    [InlineData("[\"Id\"] = new(ids[0])", "[\"Id\"] = new(ids[1])")]
    [InlineData("[\"Id\"] = new($\"A#{id}\")", "[\"Id\"] = new($\"B#{id}\")")]
    public Task Leaves_keys_that_may_differ_alone(string first, string second) => Reports(Transaction(
        $"new() {{ Delete = new() {{ TableName = \"t\", {Key(first)} }} }}, new() {{ Update = new() {{ TableName = \"t\", {Key(second)} }} }}"));

    [Theory]
    [InlineData("var items = new List<TransactWriteItem> { given }; if (all) items.Add(given); await client.TransactWriteItemsAsync(new() { TransactItems = items });")]
    [InlineData("var items = new List<TransactWriteItem> { given }; items.Clear(); items.Add(given); await client.TransactWriteItemsAsync(new() { TransactItems = items });")]
    [InlineData("var items = new List<TransactWriteItem>(); foreach (var one in ids) items.Add(new() { Delete = new() { TableName = \"t\", Key = new() { [\"Id\"] = new(one) } } }); Use(new TransactWriteItemsRequest { TransactItems = items });")]
    [InlineData("var items = new List<TransactWriteItem> { given }; given = more[0]; items.Add(given); Use(new TransactWriteItemsRequest { TransactItems = items });")]
    [InlineData("var w = new Delete { TableName = \"t\", Key = key }; id = Next(); Use(new TransactWriteItemsRequest { TransactItems = [new() { Delete = w }, new() { Put = new() { TableName = \"t\", Item = item } }] });")]
    [InlineData("Use(new BatchWriteItemRequest { RequestItems = new() { [\"a\"] = [new(new PutRequest(item))], [\"b\"] = [new(new PutRequest(item))] } });")]
    [InlineData("Use(new TransactGetItemsRequest { TransactItems = [new() { Get = new() { TableName = \"t\", Key = key } }, new() { Get = new() { TableName = \"u\", Key = key } }] });")]
    public Task Leaves_other_lists_alone(string statements) => Reports(statements);

    private static string PutTwice(string between, string first, string second, string later = "new") =>
        $"var mail = new Mail {{ Address = id }}; {between} "
        + Transaction($"new() {{ Put = new() {{ TableName = \"t\", Item = {first} }} }}, {later}() {{ Put = new() {{ TableName = \"t\", Item = {second} }} }}");

    [Theory]
    [InlineData("", "mail.ToItem()", "mail.ToItem()")]
    [InlineData("Use(mail.Address.Length);", "mail.ToKey()", "mail.ToKey()")]
    [InlineData("var a = mail.ToItem(); var b = mail.ToItem();", "a", "b")]
    [InlineData("var same = item;", "item", "same")]
    [InlineData("var same = id;", "KeyOf(id)", "KeyOf(same)")]
    [InlineData("", "KeyOf(user.Name + id)", "KeyOf(user.Name + id)")]
    public Task Flags_an_item_that_is_made_twice_of_the_same(string between, string first, string second) =>
        Reports(PutTwice(between, first, second, "{|DG4006:new|}"));

    [Theory]
    [InlineData("", "mail.Random()", "mail.Random()")]
    [InlineData("", "mail.Timed()", "mail.Timed()")]
    [InlineData("", "mail.Prefixed()", "mail.Prefixed()")]
    [InlineData("", "mail.Counted()", "mail.Counted()")]
    [InlineData("", "mail.Other()", "mail.Other()")]
    [InlineData("", "mail.ToItem()", "mail.ToKey()")]
    [InlineData("var a = mail.ToItem(); mail.Address = other; var b = mail.ToItem();", "a", "b")]
    [InlineData("var a = mail.ToItem(); a[\"PK\"] = value; var b = mail.ToItem();", "a", "b")]
    [InlineData("var a = mail.ToItem(); Change(mail); var b = mail.ToItem();", "a", "b")]
    [InlineData("var alias = mail; alias.Address = other;", "mail.ToItem()", "mail.ToItem()")]
    [InlineData("", "KeyOf(id)", "KeyOf(other)")]
    [InlineData("", "KeyOf(Next())", "KeyOf(Next())")]
    [InlineData("var same = id; id = other;", "KeyOf(same)", "KeyOf(id)")]
    public Task Leaves_items_alone_that_may_differ(string between, string first, string second) => Reports(PutTwice(between, first, second));

    [Fact]
    public Task Leaves_test_projects_alone() => RuleTest<RepeatedItemAnalyzer>.ReportsInTestProject(Source(Transaction("given, given")));
}
