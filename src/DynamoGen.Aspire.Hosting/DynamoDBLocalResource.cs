using DynamoGen.Aspire.Hosting;
using DynamoGen.Local;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A DynamoDB Local server of an application host: its connection string is the URL at which it answers.</summary>
/// <remarks><see cref="DynamoDBLocalResourceBuilderExtensions.AddDynamoDBLocal"/> adds it to a host, which starts and stops the server.</remarks>
public sealed class DynamoDBLocalResource : Resource, IResourceWithConnectionString
{
    /// <summary>Describes a server.</summary>
    /// <param name="name">The resource's name.</param>
    /// <param name="options">How to find and start the server.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public DynamoDBLocalResource(string name, DynamoDbLocalOptions options)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
    }

    /// <summary>How the server is found and started.</summary>
    public DynamoDbLocalOptions Options { get; }

    /// <summary>
    /// The URL at which the server answers, such as <c>http://127.0.0.1:41234/</c>. Who asks for its value waits until the server answers there.
    /// </summary>
    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"{Endpoint}");

    /// <summary>Where the server answers, once it does.</summary>
    internal AwaitedEndpoint Endpoint { get; } = new();
}
