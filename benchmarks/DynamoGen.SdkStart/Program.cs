// What `bars aot` compares with: one GetItem by the SDK's own client, in a program that does nothing else. Its arguments are the endpoint, the table, the
// key's two texts and the attribute that it prints.
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

if (args is not [var endpoint, var table, var partitionKey, var sortKey, var attribute])
{
    return 2;
}

var config = new AmazonDynamoDBConfig { ServiceURL = endpoint, AuthenticationRegion = "us-east-1" };
using var client = new AmazonDynamoDBClient(new BasicAWSCredentials("local", "local"), config);
var response = await client.GetItemAsync(new GetItemRequest
{
    TableName = table,
    Key = new() { ["pk"] = new() { S = partitionKey }, ["sk"] = new() { S = sortKey } },
    ConsistentRead = true,
});
Console.WriteLine(response.Item[attribute].S);
return 0;
