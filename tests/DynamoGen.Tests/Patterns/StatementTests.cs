using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Serialization;
using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Patterns;

/// <summary>What no access pattern says, by PartiQL over the same client, with the entity's keys and marshaller; and the end of a whole partition.</summary>
public sealed class StatementTests(LocalServer server) : PatternTest(server)
{
    [Fact]
    public async Task A_statement_finds_items_by_their_keys()
    {
        await Tickets.ImportAsync([new Ticket("q", 1, "a"), new Ticket("q", 2, "b"), new Ticket("r", 3, "c")]);

        var found = await Get<IAmazonDynamoDB>().ExecuteStatementAsync(new ExecuteStatementRequest
        {
            Statement = $"SELECT * FROM \"{Get<DynamoGenOptions>().TableName<Helpdesk>()}\" WHERE pk = ?",
            Parameters = [new AttributeValue(Ticket.Keys.Primary.PartitionKey("q"))],
        });

        Assert.Equal([1, 2], found.Items.Select(AttributeMap.Read<Ticket, Ticket.Marshaller>).Select(ticket => ticket.Number));
    }

    [Fact]
    public async Task A_partition_is_deleted_by_its_keys()
    {
        await Tickets.ImportAsync([.. Enumerable.Range(0, 60).Select(number => new Ticket("q", number, "a")), new Ticket("r", 1, "b")]);

        await Tickets.PurgeAsync(await Tickets.KeysOf("q"));

        Assert.Equal(0, await Tickets.CountOf("q"));
        Assert.Equal(1, await Tickets.CountOf("r"));
    }
}
