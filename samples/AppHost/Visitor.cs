using System.Text.Json.Nodes;

namespace NorthwindHost;

/// <summary>Waits until both run, asks the service, and says what it saw.</summary>
internal static class Visitor
{
    private const string Page = "/customers/SAVEA/orders?limit=3";

    /// <exception cref="DistributedApplicationException">The service does not run, or does not answer as it should.</exception>
    public static async Task VisitAsync(DistributedApplication host, DynamoDBLocalResource dynamodb, IResourceBuilder<ProjectResource> service)
    {
        await host.ResourceNotifications.WaitForResourceHealthyAsync(service.Resource.Name, WaitBehavior.StopOnResourceUnavailable);
        Console.WriteLine($"DynamoDB Local is at {await dynamodb.ConnectionStringExpression.GetValueAsync(CancellationToken.None)}");

        using var client = new HttpClient { BaseAddress = new Uri(service.GetEndpoint("http").Url) };
        Console.WriteLine($"The service is at {client.BaseAddress}");
        try
        {
            Console.WriteLine($"GET /health: {await client.GetStringAsync("/health")}");
            var page = JsonNode.Parse(await client.GetStringAsync(Page))!;
            Console.WriteLine($"GET {Page}: the orders {string.Join(", ", page["items"]!.AsArray().Select(order => order!["orderId"]))}");
        }
        catch (HttpRequestException failed)
        {
            throw new DistributedApplicationException($"The service is healthy, but does not answer: {failed.Message}", failed);
        }
    }
}
