using Amazon.Runtime;
using Microsoft.Extensions.Options;

namespace DynamoGen.Testing;

/// <summary>Sends what the clients of an application send to a server for tests, each client to tables of its own.</summary>
/// <param name="endpoint">The server.</param>
internal sealed class LocalOptions(Uri endpoint) : IPostConfigureOptions<DynamoGenOptions>
{
    private readonly string _prefix = $"{Guid.NewGuid():N}-";

    public void PostConfigure(string? name, DynamoGenOptions options)
    {
        var prefix = string.IsNullOrEmpty(name) ? _prefix : $"{_prefix}{string.Concat(name.Where(char.IsAsciiLetterOrDigit))}-";
        if (options.TableNameResolver is { } resolve)
        {
            options.TableNameResolver = table => prefix + resolve(table);
        }
        else
        {
            options.TableNamePrefix = prefix + options.TableNamePrefix;
        }

        options.ServiceUrl = endpoint.ToString();
        options.Region = "us-east-1";
        options.Profile = null;
        options.Credentials = static _ => new BasicAWSCredentials("local", "local");
    }
}
