using DynamoGen.Cursors;
using Microsoft.Extensions.Options;

namespace DynamoGen.Configuration;

/// <summary>Finds the mistakes in the options before the first request does.</summary>
internal sealed class DynamoGenOptionsValidator : IValidateOptions<DynamoGenOptions>
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, DynamoGenOptions options)
    {
        var mistakes = Mistakes(options).Concat(Limits(options)).Concat(Mistakes(options.Batches));
        var named = mistakes.Select(mistake => string.IsNullOrEmpty(name) ? mistake : $"{mistake} (client '{name}')").ToList();
        return named.Count > 0 ? ValidateOptionsResult.Fail(named) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> Mistakes(DynamoGenOptions options)
    {
        if (options.TableNamePrefix is { } prefix)
        {
            if (!TableName.AreAllowed(prefix))
            {
                yield return $"{nameof(options.TableNamePrefix)} '{prefix}' has a character other than a-z, A-Z, 0-9, '_', '-' and '.'.";
            }
            else if (prefix.Length >= TableName.LongestName)
            {
                yield return $"{nameof(options.TableNamePrefix)} has {prefix.Length} characters, which leave none of the {TableName.LongestName} for a name.";
            }

            if (options.TableNameResolver is not null)
            {
                yield return $"Set either {nameof(options.TableNamePrefix)} or {nameof(options.TableNameResolver)}: a resolver gives the whole name.";
            }
        }

        if (options.ServiceUrl is { } url && !IsHttp(url))
        {
            yield return $"{nameof(options.ServiceUrl)} '{url}' is not an absolute http or https URL, such as http://127.0.0.1:8000.";
        }

        if (options.Region is { } region && string.IsNullOrWhiteSpace(region))
        {
            yield return $"{nameof(options.Region)} is empty; leave it null for the SDK's own choice, or name one such as eu-west-1.";
        }

        if (options.CursorKey is { Length: < CursorSeal.MinSecretBytes })
        {
            yield return $"{nameof(options.CursorKey)} has fewer than {CursorSeal.MinSecretBytes} bytes.";
        }

        if (options.PreviousCursorKeys is null || options.PreviousCursorKeys.Any(key => key is null or { Length: < CursorSeal.MinSecretBytes }))
        {
            yield return $"{nameof(options.PreviousCursorKeys)} is null or has a key of fewer than {CursorSeal.MinSecretBytes} bytes.";
        }
    }

    private static IEnumerable<string> Limits(DynamoGenOptions options)
    {
        if (options.Profile is { } profile && string.IsNullOrWhiteSpace(profile))
        {
            yield return $"{nameof(options.Profile)} is empty; leave it null for the SDK's own choice.";
        }

        if (options.MaxErrorRetry < 0)
        {
            yield return $"{nameof(options.MaxErrorRetry)} is {options.MaxErrorRetry}; it must be at least 0.";
        }

        if (options.RequestTimeout is { } timeout && (timeout <= TimeSpan.Zero || timeout > LongestDelay))
        {
            yield return $"{nameof(options.RequestTimeout)} is not positive, or longer than {LongestDelay.TotalDays} day.";
        }

        if (!Enum.IsDefined(options.Transport))
        {
            yield return $"{nameof(options.Transport)} is none of {string.Join(", ", Enum.GetNames<TransportKind>())}.";
        }

        if (!Enum.IsDefined(options.CheckTables))
        {
            yield return $"{nameof(options.CheckTables)} is none of {string.Join(", ", Enum.GetNames<TableCheck>())}.";
        }
    }

    private static IEnumerable<string> Mistakes(BatchOptions batches)
    {
        if (batches.MaxAttempts < 1)
        {
            yield return $"{nameof(DynamoGenOptions.Batches)}.{nameof(batches.MaxAttempts)} is {batches.MaxAttempts}; it must be at least 1.";
        }

        if (batches.BaseDelay < TimeSpan.Zero)
        {
            yield return $"{nameof(DynamoGenOptions.Batches)}.{nameof(batches.BaseDelay)} is negative.";
        }

        if (batches.MaxDelay < TimeSpan.Zero || batches.MaxDelay > LongestDelay)
        {
            yield return $"{nameof(DynamoGenOptions.Batches)}.{nameof(batches.MaxDelay)} is negative or longer than {LongestDelay.TotalDays} day.";
        }
    }

    private static bool IsHttp(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
