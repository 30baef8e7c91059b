using System.Globalization;

namespace DynamoGen.MigrationProof.Workers;

/// <summary>The workers of a proof, of which those that are killed are replaced.</summary>
internal sealed class WorkerPool : IDisposable
{
    private readonly string _endpoint;
    private readonly ProofSize _size;
    private readonly WorkerProcess[] _workers;
    private int _throttled;
    private int _lost;

    public WorkerPool(string endpoint, ProofSize size)
    {
        (_endpoint, _size) = (endpoint, size);
        _workers = [.. Enumerable.Range(0, size.Workers).Select(_ => Start())];
    }

    /// <summary>How many workers were killed.</summary>
    public int Killed { get; private set; }

    /// <summary>How many of them held segments.</summary>
    public int KilledAtWork { get; private set; }

    /// <summary>How many of their requests were throttled.</summary>
    public int Throttled => _throttled;

    /// <summary>How many answers were lost to them.</summary>
    public int Lost => _lost;

    /// <summary>Whether all have come to their end.</summary>
    /// <exception cref="InvalidOperationException">One ended with an error, which stands in the error output.</exception>
    public bool HaveEnded
    {
        get
        {
            var codes = _workers.Select(worker => worker.ExitCode).ToArray();
            return codes.Any(code => code is not (null or 0))
                ? throw new InvalidOperationException("A worker ended with an error.")
                : codes.All(code => code == 0);
        }
    }

    /// <summary>Kills one, and starts another in its place.</summary>
    public void KillOne(Random random, IReadOnlyCollection<string> owners) => Kill([random.Next(_workers.Length)], owners);

    /// <summary>Kills all, and only then starts others.</summary>
    public void KillAll(IReadOnlyCollection<string> owners) => Kill([.. Enumerable.Range(0, _workers.Length)], owners);

    public void Dispose() => Array.ForEach(_workers, worker => worker.Dispose());

    private void Kill(int[] places, IReadOnlyCollection<string> owners)
    {
        foreach (var place in places.Where(place => _workers[place].ExitCode is null))
        {
            var mark = string.Create(CultureInfo.InvariantCulture, $"-{_workers[place].Id}-");
            _workers[place].Kill();
            Killed++;
            KilledAtWork += owners.Any(owner => owner.Contains(mark, StringComparison.Ordinal)) ? 1 : 0;
        }

        foreach (var place in places)
        {
            _workers[place].Dispose();
            _workers[place] = Start();
        }
    }

    private WorkerProcess Start() => WorkerProcess.Start(WorkerProcess.Arguments(_endpoint, _size), Read);

    private void Read(string line)
    {
        if (line.Split(' ') is [var throttled, var lost])
        {
            Interlocked.Add(ref _throttled, int.Parse(throttled, CultureInfo.InvariantCulture));
            Interlocked.Add(ref _lost, int.Parse(lost, CultureInfo.InvariantCulture));
        }
    }
}
