using DynamoGen;
using DynamoGen.Local;
using Storefront.Tour;

try
{
    await using var server = await DynamoDbLocal.StartAsync();
    return args switch
    {
        ["get", var id] when int.TryParse(id, out var productId) => await Commands.GetAsync(server.Endpoint, productId),
        ["load"] => await Commands.LoadAsync(server.Endpoint),
        [] => await Commands.TourAsync(server.Endpoint, TransportKind.Direct),
        ["sdk"] => await Commands.TourAsync(server.Endpoint, TransportKind.Sdk),
        _ => Commands.ShowUsage(),
    };
}
catch (DynamoDbLocalException missing)
{
    Console.Error.WriteLine(missing.Message);
    return 2;
}
