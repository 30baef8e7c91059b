namespace DynamoGen.StreamProof;

/// <summary>Tells the driver by lines of output what a worker did: effects, repetitions and failures since the last line.</summary>
public sealed class WorkerReport
{
    private readonly Lock _gate = new();
    private int _effects;
    private int _repeated;
    private int _failed;

    /// <summary>A change had its effect now, or had it before.</summary>
    public void Handled(bool isFirst)
    {
        lock (_gate)
        {
            _effects += isFirst ? 1 : 0;
            _repeated += isFirst ? 0 : 1;
        }
    }

    /// <summary>The handler failed.</summary>
    public void Failed()
    {
        lock (_gate)
        {
            _failed++;
        }
    }

    /// <summary>Writes a line, if there is something to say.</summary>
    public void Write()
    {
        lock (_gate)
        {
            if (_effects + _repeated + _failed > 0)
            {
                Console.WriteLine($"{_effects} {_repeated} {_failed}");
                (_effects, _repeated, _failed) = (0, 0, 0);
            }
        }
    }
}
