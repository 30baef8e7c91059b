using Amazon.Runtime;
using DynamoGen.Tests.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Repositories;

public sealed class UnsentItemTests
{
    [Fact]
    public async Task Nothing_is_sent_of_an_item_that_is_too_large()
    {
        await using var server = new CannedServer(CannedResponse.Ok("{}"));
        var services = new ServiceCollection();
        services.AddDynamoGen(options =>
        {
            options.ServiceUrl = server.Url;
            options.Credentials = _ => new BasicAWSCredentials("access", "secret");
        }).AddRepository<ICustomers>();
        await using var provider = services.BuildServiceProvider();
        var customers = provider.GetRequiredService<ICustomers>();

        await Assert.ThrowsAsync<ItemTooLargeException>(async () => await customers.Put(new Customer("c", new string('x', 500_000))));
        Assert.Empty(server.Requests);

        await customers.Put(new Customer("c", "n"));
        Assert.Single(server.Requests);
    }
}
