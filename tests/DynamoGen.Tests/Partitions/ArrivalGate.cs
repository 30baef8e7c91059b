using DynamoGen.Interception;

namespace DynamoGen.Tests.Partitions;

/// <summary>Counts the requests that are under way, and can hold them until so many have arrived.</summary>
internal sealed class ArrivalGate : IRequestInterceptor
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _underWay;
    private int _expected;

    public int Sent { get; private set; }

    public int MostUnderWay { get; private set; }

    /// <summary>From now on requests wait until this many of them are under way.</summary>
    public void Expect(int requests) => (_expected, Sent, MostUnderWay) = (requests, 0, 0);

    public async ValueTask BeforeAsync(InterceptedRequest request, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            Sent++;
            _underWay++;
            MostUnderWay = Math.Max(MostUnderWay, _underWay);
            if (_underWay >= _expected)
            {
                _arrived.TrySetResult();
            }
        }

        if (_expected > 0)
        {
            await _arrived.Task.WaitAsync(TimeSpan.FromMinutes(1), cancellationToken);
        }
    }

    public ValueTask AfterAsync(InterceptedRequest request, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _underWay--;
        }

        return default;
    }

    public ValueTask OnErrorAsync(InterceptedRequest request, CancellationToken cancellationToken) => AfterAsync(request, cancellationToken);
}
