using Microsoft.Extensions.Logging;

namespace DynamoGen.Aspire.Hosting;

/// <summary>Writes each line into the log of a resource, and hands it on.</summary>
/// <param name="logger">The log of the resource.</param>
/// <param name="next">Who asked for the lines before; null for nobody.</param>
internal sealed class LoggedLines(ILogger logger, IProgress<string>? next) : IProgress<string>
{
    public void Report(string value)
    {
        logger.LogInformation("{Line}", value);
        next?.Report(value);
    }
}
