using System.Collections;
using System.Globalization;
using Microsoft.Extensions.Options;

namespace DynamoGen.Configuration;

/// <summary>What the calls of <c>AddDynamoGen</c> say of the options, applied in their order. None may take back what an earlier one has said.</summary>
/// <param name="client">The name of the client whose options they are, or null.</param>
internal sealed class OptionRegistrations(string? client) : IConfigureNamedOptions<DynamoGenOptions>
{
    /// <summary>Every option, and how a value is shown; secrets and functions are not.</summary>
    private static readonly (string Name, Func<DynamoGenOptions, object?> Value, bool IsShown)[] All =
    [
        (nameof(DynamoGenOptions.TableNamePrefix), options => options.TableNamePrefix, true),
        (nameof(DynamoGenOptions.TableNameResolver), options => options.TableNameResolver, false),
        (nameof(DynamoGenOptions.ServiceUrl), options => options.ServiceUrl, true),
        (nameof(DynamoGenOptions.Region), options => options.Region, true),
        (nameof(DynamoGenOptions.TellIndexCapacity), options => options.TellIndexCapacity, true),
        (nameof(DynamoGenOptions.Credentials), options => options.Credentials, false),
        (nameof(DynamoGenOptions.ConfigureClient), options => options.ConfigureClient, false),
        (nameof(DynamoGenOptions.Transport), options => options.Transport, true),
        (nameof(DynamoGenOptions.CursorKey), options => options.CursorKey?.Clone(), false),
        (nameof(DynamoGenOptions.PreviousCursorKeys), options => options.PreviousCursorKeys?.ToArray(), false),
        (nameof(DynamoGenOptions.CheckTables), options => options.CheckTables, true),
        (nameof(DynamoGenOptions.MaxErrorRetry), options => options.MaxErrorRetry, true),
        (nameof(DynamoGenOptions.RetryMode), options => options.RetryMode, true),
        (nameof(DynamoGenOptions.RequestTimeout), options => options.RequestTimeout, true),
        (nameof(DynamoGenOptions.Profile), options => options.Profile, true),
        (Batch(nameof(BatchOptions.MaxAttempts)), options => options.Batches.MaxAttempts, true),
        (Batch(nameof(BatchOptions.BaseDelay)), options => options.Batches.BaseDelay, true),
        (Batch(nameof(BatchOptions.MaxDelay)), options => options.Batches.MaxDelay, true),
    ];

    private readonly List<Action<DynamoGenOptions>> _configurations = [];

    /// <summary>Adds what one call says; what an earlier one has said in the very same words adds nothing.</summary>
    public void Add(Action<DynamoGenOptions> configure)
    {
        if (!_configurations.Contains(configure))
        {
            _configurations.Add(configure);
        }
    }

    /// <exception cref="InvalidOperationException">Two calls give an option two values.</exception>
    public void Configure(DynamoGenOptions options) => Configure(Options.DefaultName, options);

    /// <exception cref="InvalidOperationException">Two calls give an option two values.</exception>
    public void Configure(string? name, DynamoGenOptions options)
    {
        if (name != (client ?? Options.DefaultName))
        {
            return;
        }

        var isGiven = new bool[All.Length];
        foreach (var configure in _configurations)
        {
            var before = Values(options);
            configure(options);
            var after = Values(options);
            for (var i = 0; i < All.Length; i++)
            {
                if (!StructuralComparisons.StructuralEqualityComparer.Equals(before[i], after[i]))
                {
                    if (isGiven[i])
                    {
                        throw Contradiction(All[i].Name, All[i].IsShown ? $" ({Shown(before[i])} and {Shown(after[i])})" : string.Empty);
                    }

                    isGiven[i] = true;
                }
            }
        }
    }

    private InvalidOperationException Contradiction(string option, string values) => new(
        $"Two calls of AddDynamoGen{(client is null ? string.Empty : $"(\"{client}\")")} give {option} two values{values}, but all repositories of "
        + $"{(client is null ? "a service collection" : "one client")} share one client and one set of options. "
        + "Set it in one of the calls, change it on purpose by services.Configure<DynamoGenOptions>, or give each client a name of its own.");

    private static object?[] Values(DynamoGenOptions options) => Array.ConvertAll(All, option => option.Value(options));

    private static string Shown(object? value) =>
        value is null ? "null" : $"'{string.Format(CultureInfo.InvariantCulture, "{0}", value)}'";

    private static string Batch(string option) => $"{nameof(DynamoGenOptions.Batches)}.{option}";
}
