using System.Collections.Concurrent;
using DynamoGen.Interception;

namespace DynamoGen.Tests.Interception;

/// <summary>Keeps what it is told, and fails where a test asks for it.</summary>
internal sealed class RecordingInterceptor(ConcurrentQueue<string> told, string name) : IRequestInterceptor
{
    private readonly ConcurrentQueue<string> _told = told;
    private readonly ConcurrentQueue<InterceptedRequest> _before = [];
    private readonly ConcurrentQueue<InterceptedRequest> _after = [];
    private readonly ConcurrentQueue<InterceptedRequest> _failed = [];

    public RecordingInterceptor()
        : this([], string.Empty)
    {
    }

    public Exception? Refusal { get; set; }

    public Action? OnBefore { get; set; }

    public Exception? FailureAfter { get; set; }

    public IReadOnlyList<string> Told => [.. _told];

    public IReadOnlyList<InterceptedRequest> Before => [.. _before];

    public IReadOnlyList<InterceptedRequest> After => [.. _after];

    public IReadOnlyList<InterceptedRequest> Failed => [.. _failed];

    public async ValueTask BeforeAsync(InterceptedRequest request, CancellationToken cancellationToken)
    {
        OnBefore?.Invoke();
        await Task.Yield();
        _told.Enqueue($"{name}before");
        _before.Enqueue(request);
        Throw(Refusal);
    }

    public async ValueTask AfterAsync(InterceptedRequest request, CancellationToken cancellationToken)
    {
        await Task.Yield();
        _told.Enqueue($"{name}after");
        _after.Enqueue(request);
        Throw(FailureAfter);
    }

    public async ValueTask OnErrorAsync(InterceptedRequest request, CancellationToken cancellationToken)
    {
        await Task.Yield();
        _told.Enqueue($"{name}error");
        _failed.Enqueue(request);
        Throw(FailureAfter);
    }

    public void Clear()
    {
        _told.Clear();
        _before.Clear();
        _after.Clear();
        _failed.Clear();
    }

    private static void Throw(Exception? exception)
    {
        if (exception is not null)
        {
            throw exception;
        }
    }
}
