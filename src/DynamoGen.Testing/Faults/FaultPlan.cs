using DynamoGen.Transport;

namespace DynamoGen.Testing;

/// <summary>
/// Says which attempts of which requests meet which fault, and keeps a log of them. The same seed with the same calls, one after the other, gives the same
/// faults: what a test prints of a plan that failed is all that is needed to repeat it.
/// </summary>
/// <remarks>
/// The first rule that holds for an attempt gives its fault. What a probability decides depends on the seed, the rule, the access pattern and how many of its
/// attempts the rule was meant for, so that calls of different access patterns at the same time do not disturb each other's faults.
/// </remarks>
public sealed class FaultPlan
{
    private readonly Lock _lock = new();
    private readonly RuleCount[] _counts;
    private readonly List<InjectedFault> _log = [];
    private int _attempts;

    /// <summary>Makes a plan.</summary>
    /// <param name="seed">What probabilities are decided by.</param>
    /// <param name="rules">The rules; the first that holds gives an attempt its fault.</param>
    /// <exception cref="ArgumentException">A rule can never be met, or a number of it is out of its range.</exception>
    public FaultPlan(int seed, params IReadOnlyList<FaultRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        foreach (var rule in rules)
        {
            rule.Verify();
        }

        Seed = seed;
        Rules = [.. rules];
        _counts = [.. Rules.Select(static _ => new RuleCount())];
    }

    /// <summary>What probabilities are decided by.</summary>
    public int Seed { get; }

    /// <summary>The rules.</summary>
    public IReadOnlyList<FaultRule> Rules { get; }

    /// <summary>How many attempts the plan has seen.</summary>
    public int Attempts
    {
        get
        {
            lock (_lock)
            {
                return _attempts;
            }
        }
    }

    /// <summary>The faults so far, in the order of the attempts.</summary>
    public IReadOnlyList<InjectedFault> Log
    {
        get
        {
            lock (_lock)
            {
                return [.. _log];
            }
        }
    }

    /// <summary>The same plan from its beginning.</summary>
    public FaultPlan Replay() => new(Seed, Rules);

    /// <summary>The seed and the log, a fault on each line; never a value.</summary>
    public override string ToString()
    {
        lock (_lock)
        {
            return string.Join('\n', [FormattableString.Invariant($"Seed {Seed}: {_log.Count} faults in {_attempts} attempts."), .. _log]);
        }
    }

    /// <summary>The rule whose fault an attempt meets; null where it meets none.</summary>
    internal FaultRule? Next(in TransportRequest request)
    {
        lock (_lock)
        {
            _attempts++;
            FaultRule? chosen = null;
            for (var index = 0; index < Rules.Count; index++)
            {
                if (Rules[index].IsMeantFor(request) && Holds(index, request.AccessPattern) && chosen is null)
                {
                    chosen = Rules[index];
                    _counts[index].Injected++;
                    _log.Add(new InjectedFault(_attempts, request.AccessPattern, request.Operation, chosen.Fault));
                }
            }

            return chosen;
        }
    }

    /// <summary>Counts an attempt that a rule is meant for, and tells whether it holds.</summary>
    private bool Holds(int index, string? accessPattern)
    {
        var (rule, count) = (Rules[index], _counts[index]);
        var ofPattern = count.OfPattern(accessPattern ?? string.Empty);
        return ++count.Seen >= rule.From
            && count.Injected < rule.Times
            && SeededDraw.Of(Seed, index, accessPattern ?? string.Empty, ofPattern) < rule.Probability;
    }

    /// <summary>What a rule has seen and done.</summary>
    private sealed class RuleCount
    {
        private readonly Dictionary<string, int> _ofPatterns = [];

        public int Seen { get; set; }

        public int Injected { get; set; }

        /// <summary>The number of one more attempt of an access pattern.</summary>
        public int OfPattern(string accessPattern) =>
            _ofPatterns[accessPattern] = _ofPatterns.GetValueOrDefault(accessPattern) + 1;
    }
}
