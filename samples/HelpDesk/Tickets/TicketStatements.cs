using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen;
using DynamoGen.Serialization;

namespace HelpDesk.Tickets;

/// <summary>What no access pattern says, by PartiQL over the same client, with the entity's own keys and marshaller.</summary>
public sealed class TicketStatements(IAmazonDynamoDB client, DynamoGenOptions options)
{
    /// <summary>The comments of a ticket by one author.</summary>
    public async Task<IReadOnlyList<Comment>> CommentsAsync(int number, string author, CancellationToken cancellationToken = default)
    {
        var found = await client.ExecuteStatementAsync(
            new ExecuteStatementRequest
            {
                Statement = $"SELECT * FROM \"{options.TableName<HelpDeskTable>()}\" WHERE pk = ? AND begins_with(sk, 'COMMENT#') AND Author = ?",
                Parameters = [new AttributeValue(Comment.Keys.Primary.PartitionKey(number)), new AttributeValue(author)],
            },
            cancellationToken);
        return [.. found.Items.Select(AttributeMap.Read<Comment, Comment.Marshaller>)];
    }
}
