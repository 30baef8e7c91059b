using Amazon.DynamoDBv2;
using DynamoGen;
using DynamoGen.Configuration;
using DynamoGen.Hosting;
using DynamoGen.Streams.Shards;
using DynamoGen.Transactions;
using DynamoGen.Transport;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers DynamoGen.</summary>
public static class DynamoGenServiceCollectionExtensions
{
    /// <summary>
    /// Registers one configured client (which <see cref="IAmazonDynamoDB"/> resolves to, unless one is registered already),
    /// the transport (unless an <see cref="ITransport"/> is registered already), the client of DynamoDB Streams (unless an <see cref="IStreamClient"/> is
    /// registered already), the telemetry, the transactions and the <see cref="TableProvisioner"/>, all as singletons.
    /// </summary>
    /// <param name="services">The services that are added to.</param>
    /// <param name="configure">Sets options; they are validated when the host starts, or else on first use.</param>
    /// <returns>What repositories are added to.</returns>
    /// <remarks>
    /// Can be called more than once, as by several modules of one application, whose repositories then share the client and the options. Each call may set
    /// options of its own, or the same ones to the same values, or none. Two calls that give one option two values contradict each other: the options then
    /// throw an <see cref="InvalidOperationException"/> that names it, when the host starts, or else on first use. Two functions are the same value only if
    /// they are one delegate. To change what a call has set, such as in a test, use <c>services.Configure&lt;DynamoGenOptions&gt;</c> behind it, which is
    /// meant to have the last word.
    /// </remarks>
    public static DynamoGenBuilder AddDynamoGen(this IServiceCollection services, Action<DynamoGenOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        return ClientRegistration.Add(services, name: null, configure);
    }

    /// <summary>
    /// Registers one more client, beside the one without a name and those of other names, such as one of another account, region or endpoint. Its
    /// <see cref="IAmazonDynamoDB"/>, <see cref="ITransport"/>, <see cref="IStreamClient"/>, <see cref="ITransactions"/>, <see cref="TableProvisioner"/> and
    /// <see cref="DynamoGenOptions"/> are keyed services under its name, each unless one is registered under the name already. Its options are named options.
    /// </summary>
    /// <param name="services">The services that are added to.</param>
    /// <param name="name">The client's name, such as <c>archive</c>.</param>
    /// <param name="configure">Sets options; they are validated when the host starts, or else on first use.</param>
    /// <returns>What the client's repositories are added to; each is on one client, and found without a key as well as under the client's name.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <remarks>Can be called more than once for one name, under the rules of the client without a name.</remarks>
    public static DynamoGenBuilder AddDynamoGen(this IServiceCollection services, string name, Action<DynamoGenOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return ClientRegistration.Add(services, name, configure);
    }

    /// <summary>
    /// Registers the client without a name with options from a section of the application's configuration: <c>TableNamePrefix</c>, <c>ServiceUrl</c>,
    /// <c>Region</c>, <c>Profile</c>, <c>Transport</c>, <c>MaxErrorRetry</c>, <c>RetryMode</c>, <c>RequestTimeout</c>, <c>CheckTables</c> and
    /// <c>Batches</c> with <c>MaxAttempts</c>, <c>BaseDelay</c> and <c>MaxDelay</c>.
    /// </summary>
    /// <param name="services">The services that are added to.</param>
    /// <param name="section">The section, which is read when the options are made; a change of it afterwards has no effect.</param>
    /// <param name="configure">Sets further options; those of the section cannot be set to another value.</param>
    /// <returns>What repositories are added to.</returns>
    /// <remarks>
    /// A key that no option has, and a value that is not one of its option, are an <see cref="InvalidOperationException"/> that names them all, when the host
    /// starts, or else on first use. Secrets and functions are set in code.
    /// </remarks>
    public static DynamoGenBuilder AddDynamoGen(this IServiceCollection services, IConfiguration section, Action<DynamoGenOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        ClientRegistration.Add(services, name: null, OptionsSection.Of(section));
        return ClientRegistration.Add(services, name: null, configure);
    }

    /// <summary>
    /// Registers one more client with options from a section of the application's configuration, as
    /// <see cref="AddDynamoGen(IServiceCollection, IConfiguration, Action{DynamoGenOptions})"/> reads it.
    /// </summary>
    /// <param name="services">The services that are added to.</param>
    /// <param name="name">The client's name, such as <c>archive</c>.</param>
    /// <param name="section">The section, which is read when the options are made; a change of it afterwards has no effect.</param>
    /// <param name="configure">Sets further options; those of the section cannot be set to another value.</param>
    /// <returns>What the client's repositories are added to.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static DynamoGenBuilder AddDynamoGen(
        this IServiceCollection services, string name, IConfiguration section, Action<DynamoGenOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(section);
        ClientRegistration.Add(services, name, OptionsSection.Of(section));
        return ClientRegistration.Add(services, name, configure);
    }
}
