using DynamoGen.Interception;

namespace DynamoGen.Tests.WriteBack;

/// <summary>Does something before an item is written back.</summary>
internal sealed class WriteBackInterceptor : IRequestInterceptor
{
    public Func<Task> Before { get; set; } = () => Task.CompletedTask;

    public async ValueTask BeforeAsync(InterceptedRequest request, CancellationToken cancellationToken)
    {
        if (request.AccessPattern.EndsWith(".WriteBack", StringComparison.Ordinal))
        {
            await Before();
        }
    }
}
