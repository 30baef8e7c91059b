using Aspire.Hosting.ApplicationModel;
using DynamoGen.Aspire.Hosting;
using DynamoGen.Local;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

/// <summary>Adds DynamoDB Local to an application host, and tells projects of it.</summary>
public static class DynamoDBLocalResourceBuilderExtensions
{
    /// <summary>Any does, as DynamoDB Local checks none; of letters and digits.</summary>
    private const string Credential = "local";

    private const string Region = "us-east-1";

    /// <summary>
    /// Adds a DynamoDB Local server that is started with the host and stopped with it. It is not deployed: a manifest does not have it, and in AWS the
    /// projects that refer to it use DynamoDB itself.
    /// </summary>
    /// <param name="builder">The host.</param>
    /// <param name="name">The resource's name, which is also that of the connection string.</param>
    /// <param name="options">
    /// How to find and start the server, such as a port and a folder for the data; null for any free port and data in memory. A relative
    /// <see cref="DynamoDbLocalOptions.DatabaseDirectory"/> is one beside the host's project.
    /// </param>
    /// <returns>The resource: hand it to <see cref="WithReference"/> and <c>WaitFor</c>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> or <paramref name="name"/> is null.</exception>
    public static IResourceBuilder<DynamoDBLocalResource> AddDynamoDBLocal(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, DynamoDbLocalOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(name);
        var resource = new DynamoDBLocalResource(name, (options ?? new DynamoDbLocalOptions()).Beside(builder.AppHostDirectory));
        var check = $"{name}_answers";
        builder.Services.TryAddSingleton<LocalServers>();
        builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(check, _ => new AnswerCheck(resource), failureStatus: null, tags: null));
        return builder.AddResource(resource)
            .WithInitialState(new CustomResourceSnapshot { ResourceType = "DynamoDBLocal", Properties = [], State = KnownResourceStates.NotStarted })
            .WithIconName("Database")
            .WithHealthCheck(check)
            .ExcludeFromManifest()
            .OnInitializeResource((started, host, cancellationToken) =>
                host.Services.GetRequiredService<LocalServers>().StartAsync(started, host, cancellationToken));
    }

    /// <summary>
    /// Tells an application where DynamoDB Local is, by the variables that DynamoGen and every AWS SDK read: <c>AWS_ENDPOINT_URL_DYNAMODB</c>,
    /// <c>AWS_ENDPOINT_URL_DYNAMODB_STREAMS</c>, and, unless they are set before, <c>AWS_REGION</c>, <c>AWS_ACCESS_KEY_ID</c> and
    /// <c>AWS_SECRET_ACCESS_KEY</c>, with values that mean nothing. The endpoint is also the connection string of the resource's name.
    /// </summary>
    /// <typeparam name="TDestination">The application's kind of resource.</typeparam>
    /// <param name="builder">The application: a project or a program. A container does not reach the server, which listens on the loopback address.</param>
    /// <param name="source">The server.</param>
    /// <returns>The application.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <remarks>Where a manifest is published it does nothing, so that the deployed application uses what its own environment says.</remarks>
    /// <seealso href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html"/>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IResourceBuilder<DynamoDBLocalResource> source)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(source);
        if (builder.ApplicationBuilder.ExecutionContext.IsPublishMode)
        {
            return builder;
        }

        var endpoint = source.Resource.ConnectionStringExpression;
        return builder
            .WithReference(source, connectionName: null)
            .WithEnvironment(context =>
            {
                context.EnvironmentVariables[DynamoDbLocalOptions.EndpointVariable] = endpoint;
                context.EnvironmentVariables["AWS_ENDPOINT_URL_DYNAMODB_STREAMS"] = endpoint;
                context.EnvironmentVariables.TryAdd("AWS_REGION", Region);
                context.EnvironmentVariables.TryAdd("AWS_ACCESS_KEY_ID", Credential);
                context.EnvironmentVariables.TryAdd("AWS_SECRET_ACCESS_KEY", Credential);
            });
    }
}
