using DynamoGen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tests.Reads;

/// <summary>Methods as data-access classes really have them, over all rules at once: what is right there must stay without any report.</summary>
public sealed class RepositoryShapeTests
{
    private static async Task<IEnumerable<string>> Reported(string members, params IEnumerable<MetadataReference> references) =>
        (await Diagnosis.Of(SdkSource.Of(
            "private readonly string tableName = \"t\"; private static string Read(Dictionary<string, AttributeValue> item) => item[\"id\"].S; " + members),
            references))
            .Where(diagnostic => diagnostic.Id.StartsWith("DG", StringComparison.Ordinal) || diagnostic.Id == "AD0001")
            .Select(diagnostic => diagnostic.Id);

    [Theory]
    [InlineData("""
        async Task<List<string>> PagesByHand(string deck, CancellationToken token)
        {
            var result = new List<string>();
            Dictionary<string, AttributeValue>? start = null;
            do
            {
                var request = new QueryRequest
                {
                    TableName = tableName,
                    IndexName = "byDeck",
                    KeyConditionExpression = "DeckId = :deck",
                    ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":deck"] = new() { S = deck } },
                    ExclusiveStartKey = start,
                };
                var response = await client.QueryAsync(request, token);
                result.AddRange(response.Items.Select(Read));
                start = response.LastEvaluatedKey?.Count > 0 ? response.LastEvaluatedKey : null;
            }
            while (start is not null);
            return result;
        }
        """)]
    [InlineData("""
        async Task<(List<string>, string?)> OnePageWithACursor(string day, int limit, Dictionary<string, AttributeValue>? cursor)
        {
            var values = new Dictionary<string, AttributeValue> { [":pk"] = new AttributeValue("AUDIT#" + day), [":prefix"] = new AttributeValue("A#") };
            var request = new QueryRequest
            {
                TableName = tableName,
                KeyConditionExpression = "PK = :pk AND begins_with(SK, :prefix)",
                ExpressionAttributeValues = values,
                Limit = limit + 1,
                ScanIndexForward = false,
                ExclusiveStartKey = cursor,
            };
            var response = await client.QueryAsync(request);
            var items = response.Items.Select(Read).ToList();
            return (items.Take(limit).ToList(), items.Count > limit ? items[^1] : null);
        }
        """)]
    [InlineData("""
        async Task<string?> OneByAnIndex(string email)
        {
            var request = new QueryRequest
            {
                TableName = tableName,
                IndexName = "email-index",
                KeyConditionExpression = "Email = :email",
                ExpressionAttributeValues = new Dictionary<string, AttributeValue> { { ":email", new AttributeValue { S = email } } },
            };
            var response = await client.QueryAsync(request);
            if (response.Items.Count == 0)
            {
                return null;
            }

            return Read(response.Items[0]);
        }
        """)]
    [InlineData("""
        async Task<string?> Get(string id)
        {
            var response = await client.GetItemAsync(new GetItemRequest { TableName = tableName, Key = new() { ["pk"] = new() { S = id }, ["sk"] = new() { S = id } } });
            return response.Item?.Count > 0 ? Read(response.Item) : null;
        }
        """)]
    [InlineData("""
        async Task Update(string id, string? name, int? age)
        {
            var sets = new List<string>();
            var names = new Dictionary<string, string>();
            var values = new Dictionary<string, AttributeValue>();
            if (name is not null) { sets.Add("#name = :name"); names["#name"] = "name"; values[":name"] = new(name); }
            if (age is not null) { sets.Add("age = :age"); values[":age"] = new() { N = $"{age}" }; }
            await client.UpdateItemAsync(new UpdateItemRequest
            {
                TableName = tableName,
                Key = new() { ["pk"] = new(id) },
                UpdateExpression = "SET " + string.Join(", ", sets),
                ExpressionAttributeNames = names,
                ExpressionAttributeValues = values,
            });
        }
        """)]
    [InlineData("""
        async Task<List<string>> Filtered(string customer, string? state)
        {
            var request = new QueryRequest { TableName = tableName, KeyConditionExpression = "pk = :pk", ExpressionAttributeValues = new() { [":pk"] = new(customer) } };
            if (state is not null)
            {
                request.FilterExpression = "#state = :state";
                request.ExpressionAttributeNames = new Dictionary<string, string> { ["#state"] = "state" };
                request.ExpressionAttributeValues.Add(":state", new(state));
            }

            var items = new List<string>();
            await foreach (var page in client.Paginators.Query(request).Responses)
            {
                items.AddRange(page.Items.Select(Read));
            }

            return items;
        }
        """)]
    [InlineData("""
        async Task Write(IEnumerable<Dictionary<string, AttributeValue>> items, CancellationToken token)
        {
            foreach (var chunk in items.Chunk(25))
            {
                var pending = new Dictionary<string, List<WriteRequest>> { [tableName] = chunk.Select(item => new WriteRequest(new PutRequest(item))).ToList() };
                for (var attempt = 0; pending.Count > 0; attempt++)
                {
                    await Task.Delay(attempt * 50, token);
                    var response = await client.BatchWriteItemAsync(new BatchWriteItemRequest { RequestItems = pending }, token);
                    pending = response.UnprocessedItems;
                }
            }
        }
        """)]
    [InlineData("""
        Task Create(string id) => client.PutItemAsync(new PutItemRequest
        {
            TableName = tableName,
            Item = new Dictionary<string, AttributeValue> { ["pk"] = new(id), ["status"] = new("NEW"), ["name"] = new(""), ["paid"] = new() { BOOL = false } },
            ConditionExpression = "attribute_not_exists(pk)",
        });
        """)]
    public async Task Leaves_correct_methods_alone(string method) =>
        Assert.DoesNotContain(await Reported(method), id => id != "DG3003"); // A filter that is meant is information.

    private const string UsualMistakes = """
        async Task<List<string>> All()
        {
            var response = await client.ScanAsync(new ScanRequest { TableName = tableName, ProjectionExpression = "id, status" });
            return response.Items.Select(Read).ToList();
        }
        async Task<string?> Get(string id)
        {
            var response = await client.GetItemAsync(tableName, new Dictionary<string, AttributeValue> { ["pk"] = new(id), ["sk"] = new("") });
            return response.Item.Count == 0 ? null : Read(response.Item);
        }
        void Write(BatchWriteItemRequest given, string id)
        {
            client.PutItemAsync(new PutItemRequest { ConditionExpression = "a = :a" });
            Use(client.QueryAsync(new QueryRequest { KeyConditionExpression = "begins_with(pk, :p)", FilterExpression = "pk = :p", ExpressionAttributeValues = new() { [":p"] = new(id) } }));
            Use(new QueryRequest { IndexName = "byEmail", ConsistentRead = true });
            Use(new TransactWriteItemsRequest { TransactItems = [new() { Put = new Put() }] });
        }
        async Task Send(BatchWriteItemRequest given) => await client.BatchWriteItemAsync(given);
        """;

    [Fact]
    public async Task Finds_the_usual_mistakes() => Assert.Equal(
        ["DG1002", "DG3005", "DG3007", "DG3012", "DG4002", "DG4010", "DG5001", "DG5002", "DG5003", "DG5004"],
        (await Reported(UsualMistakes)).Order());

    [Fact]
    public async Task Leaves_test_projects_alone() => Assert.Empty(await Reported(UsualMistakes, FakeAssembly.Named("xunit.core")));
}
