using Amazon.DynamoDBv2;
using DynamoGen.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Hosting;

/// <summary>A client that <c>AddDynamoGen</c> was called for.</summary>
/// <param name="services">The services that it was added to, which tell whether the application has registered a client itself.</param>
/// <param name="name">The client's name; null for the one that has none.</param>
internal sealed class AddedClient(IServiceCollection services, string? name)
{
    private ServiceDescriptor? _client;

    public string? Name { get; } = name;

    /// <summary>What the calls say of its options.</summary>
    public OptionRegistrations Options { get; } = new(name);

    /// <summary>Whether <see cref="IAmazonDynamoDB"/> is the client that the options describe, and none that the application has registered.</summary>
    public bool IsOwn => _client is not null && ReferenceEquals(Registered(), _client);

    public static AddedClient? Find(IServiceCollection services, string? name) =>
        services.Select(service => service.IsKeyedService ? null : service.ImplementationInstance).OfType<AddedClient>()
            .FirstOrDefault(added => added.Name == name);

    /// <summary>Registers the options' client, unless the application has registered one already.</summary>
    public void TryAdd()
    {
        if (Registered() is null)
        {
            _client = ServiceDescriptor.KeyedSingleton<IAmazonDynamoDB>(
                Name, (provider, _) => ClientServices.Of<Transport.WireClient>(provider, Name));
            services.Add(_client);
        }
    }

    private ServiceDescriptor? Registered() =>
        services.LastOrDefault(service => service.ServiceType == typeof(IAmazonDynamoDB) && Equals(service.ServiceKey, Name));
}
