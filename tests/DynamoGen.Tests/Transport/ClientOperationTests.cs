using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;
using DynamoGen.Tests.Repositories;
using DynamoGen.Transport;
using DynamoGen.Transport.Clients;

namespace DynamoGen.Tests.Transport;

/// <summary>Every operation by the methods of the SDK's client on a real server: the responses are those of the wire.</summary>
public sealed class ClientOperationTests(LocalServer server)
{
    private const string Values = """
        "s":{"S":"å\"\\"},"n":{"N":"1.50"},"b":{"B":"AAECaA=="},"t":{"BOOL":true},"f":{"BOOL":false},"z":{"NULL":true},"ss":{"SS":["a","b"]},
        "ns":{"NS":["1","2"]},"bs":{"BS":["AA==","AQ=="]},"l":{"L":[{"S":""},{"M":{}},{"L":[]}]},"m":{"M":{"x":{"M":{"y":{"N":"-1"}}}}}
        """;

    /// <summary>In turn; <c>@</c> is the table.</summary>
    private static readonly (DynamoOperation Operation, string Body)[] Requests =
    [
        (DynamoOperation.PutItem,
            $$"""{"TableName":"@","Item":{"pk":{"S":"A"},"sk":{"N":"1"},"gk":{"S":"G"},{{Values}}},"ReturnConsumedCapacity":"INDEXES"}"""),
        (DynamoOperation.PutItem,
            """
            {"TableName":"@","Item":{"pk":{"S":"A"},"sk":{"N":"2"},"gk":{"S":"G"}},"ConditionExpression":"attribute_not_exists(#p) OR sk = :one",
            "ExpressionAttributeNames":{"#p":"pk"},"ExpressionAttributeValues":{":one":{"N":"1"}},"ReturnValues":"ALL_OLD",
            "ReturnValuesOnConditionCheckFailure":"ALL_OLD","ReturnConsumedCapacity":"TOTAL"}
            """),
        (DynamoOperation.GetItem, """{"TableName":"@","Key":{"pk":{"S":"A"},"sk":{"N":"1"}},"ConsistentRead":true,"ReturnConsumedCapacity":"TOTAL"}"""),
        (DynamoOperation.GetItem,
            """{"TableName":"@","Key":{"pk":{"S":"A"},"sk":{"N":"1"}},"ProjectionExpression":"#m.x","ExpressionAttributeNames":{"#m":"m"}}"""),
        (DynamoOperation.GetItem, """{"TableName":"@","Key":{"pk":{"S":"A"},"sk":{"N":"1"}},"ProjectionExpression":"absent"}"""),
        (DynamoOperation.GetItem, """{"TableName":"@","Key":{"pk":{"S":"none"},"sk":{"N":"1"}}}"""),
        (DynamoOperation.UpdateItem,
            """
            {"TableName":"@","Key":{"pk":{"S":"A"},"sk":{"N":"2"}},"UpdateExpression":"SET #c = :one","ConditionExpression":"attribute_exists(pk)",
            "ExpressionAttributeNames":{"#c":"c"},"ExpressionAttributeValues":{":one":{"N":"1"}},"ReturnValues":"ALL_NEW",
            "ReturnValuesOnConditionCheckFailure":"ALL_OLD","ReturnConsumedCapacity":"TOTAL"}
            """),
        (DynamoOperation.Query,
            """
            {"TableName":"@","KeyConditionExpression":"#p = :a","FilterExpression":"n > :zero OR attribute_not_exists(n)",
            "ProjectionExpression":"sk, s","ExpressionAttributeNames":{"#p":"pk"},
            "ExpressionAttributeValues":{":a":{"S":"A"},":zero":{"N":"0"}},"ScanIndexForward":false,"Limit":1,"ConsistentRead":true,
            "ReturnConsumedCapacity":"TOTAL"}
            """),
        (DynamoOperation.Query,
            """
            {"TableName":"@","KeyConditionExpression":"pk = :a","ExpressionAttributeValues":{":a":{"S":"A"}},
            "ExclusiveStartKey":{"pk":{"S":"A"},"sk":{"N":"1"}},"Select":"ALL_ATTRIBUTES"}
            """),
        (DynamoOperation.Query,
            """
            {"TableName":"@","IndexName":"byG","KeyConditionExpression":"gk = :g","ExpressionAttributeValues":{":g":{"S":"G"}},
            "Select":"COUNT","ReturnConsumedCapacity":"INDEXES"}
            """),
        (DynamoOperation.Query, """{"TableName":"@","KeyConditionExpression":"pk = :a","ExpressionAttributeValues":{":a":{"S":"none"}}}"""),
        (DynamoOperation.Scan,
            """
            {"TableName":"@","IndexName":"byG","FilterExpression":"#s > :zero","ProjectionExpression":"pk","ExpressionAttributeNames":{"#s":"sk"},
            "ExpressionAttributeValues":{":zero":{"N":"0"}},"Limit":1,"ConsistentRead":false,"Segment":0,"TotalSegments":1,"ReturnConsumedCapacity":"TOTAL"}
            """),
        (DynamoOperation.BatchWriteItem,
            """
            {"RequestItems":{"@":[{"PutRequest":{"Item":{"pk":{"S":"B"},"sk":{"N":"1"}}}},{"DeleteRequest":{"Key":{"pk":{"S":"A"},"sk":{"N":"2"}}}}]},
            "ReturnConsumedCapacity":"TOTAL"}
            """),
        (DynamoOperation.BatchGetItem,
            """
            {"RequestItems":{"@":{"Keys":[{"pk":{"S":"A"},"sk":{"N":"1"}},{"pk":{"S":"none"},"sk":{"N":"1"}}],"ConsistentRead":true,
            "ProjectionExpression":"#p","ExpressionAttributeNames":{"#p":"pk"}}},"ReturnConsumedCapacity":"TOTAL"}
            """),
        (DynamoOperation.TransactWriteItems,
            """
            {"TransactItems":[{"Put":{"TableName":"@","Item":{"pk":{"S":"C"},"sk":{"N":"1"}},"ConditionExpression":"attribute_not_exists(#p)",
            "ExpressionAttributeNames":{"#p":"pk"},"ReturnValuesOnConditionCheckFailure":"ALL_OLD"}},
            {"Update":{"TableName":"@","Key":{"pk":{"S":"A"},"sk":{"N":"1"}},"UpdateExpression":"SET c = :c","ExpressionAttributeValues":{":c":{"N":"1"}}}},
            {"Delete":{"TableName":"@","Key":{"pk":{"S":"D"},"sk":{"N":"1"}}}},
            {"ConditionCheck":{"TableName":"@","Key":{"pk":{"S":"B"},"sk":{"N":"1"}},"ConditionExpression":"attribute_exists(pk)"}}],
            "ClientRequestToken":"token-@","ReturnConsumedCapacity":"TOTAL"}
            """),
        (DynamoOperation.TransactGetItems,
            """
            {"TransactItems":[{"Get":{"TableName":"@","Key":{"pk":{"S":"C"},"sk":{"N":"1"}},"ProjectionExpression":"#p",
            "ExpressionAttributeNames":{"#p":"pk"}}},{"Get":{"TableName":"@","Key":{"pk":{"S":"none"},"sk":{"N":"1"}}}}],"ReturnConsumedCapacity":"TOTAL"}
            """),
        (DynamoOperation.DeleteItem,
            """
            {"TableName":"@","Key":{"pk":{"S":"A"},"sk":{"N":"1"}},"ConditionExpression":"sk = :one","ExpressionAttributeValues":{":one":{"N":"1"}},
            "ReturnValues":"ALL_OLD","ReturnConsumedCapacity":"TOTAL"}
            """),
        (DynamoOperation.DeleteItem, """{"TableName":"@","Key":{"pk":{"S":"A"},"sk":{"N":"1"}},"ReturnValues":"ALL_OLD"}"""),
    ];

    [Fact]
    public async Task Responses_are_those_of_the_wire()
    {
        Assert.Equal(Enum.GetValues<DynamoOperation>().Order(), Requests.Select(request => request.Operation).Distinct().Order());
        var config = new AmazonDynamoDBConfig { ServiceURL = server.Endpoint };
        using var client = new AmazonDynamoDBClient("local", "local", config);
        using var wire = new SdkTransport(config, new Amazon.Runtime.BasicAWSCredentials("local", "local"));

        var expected = await RunAsync(client, wire);
        var actual = await RunAsync(client, new ClientTransport(client));

        Assert.All(expected.Zip(actual), pair => Assert.True(
            JsonElement.DeepEquals(JsonDocument.Parse(pair.First).RootElement, JsonDocument.Parse(pair.Second).RootElement), $"{pair.First}\n{pair.Second}"));
    }

    /// <summary>The responses to all requests, on a table of their own that is called <c>@</c>.</summary>
    private static async Task<List<string>> RunAsync(AmazonDynamoDBClient client, ITransport transport)
    {
        var table = Guid.NewGuid().ToString("N");
        await client.CreateTableAsync(new CreateTableRequest
        {
            TableName = table,
            KeySchema = [new("pk", KeyType.HASH), new("sk", KeyType.RANGE)],
            AttributeDefinitions = [new("pk", ScalarAttributeType.S), new("sk", ScalarAttributeType.N), new("gk", ScalarAttributeType.S)],
            GlobalSecondaryIndexes =
            [
                new() { IndexName = "byG", KeySchema = [new("gk", KeyType.HASH)], Projection = new Projection { ProjectionType = ProjectionType.ALL } },
            ],
            BillingMode = Amazon.DynamoDBv2.BillingMode.PAY_PER_REQUEST,
        });
        var responses = new List<string>();
        foreach (var (operation, body) in Requests)
        {
            var response = await CannedTransport.SendAsync(transport, operation, body: body.Replace("token-@", table).Replace("@", table));
            responses.Add(System.Text.Encoding.UTF8.GetString(response).Replace(table, "@"));
        }

        return responses;
    }
}
