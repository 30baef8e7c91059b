namespace DynamoGen.Streams.Tests.Simulation;

/// <summary>What the handlers bring about: per item the effects of its changes, behind a fence that refuses what is not newer than the last.</summary>
internal sealed class FencedEffects(VirtualScheduler scheduler, Mutant mutant)
{
    private readonly SortedDictionary<int, List<long>> _effects = [];

    public int Refused { get; private set; }

    public IReadOnlyList<long> Of(int item) => _effects.GetValueOrDefault(item) ?? [];

    public bool Apply(int item, long number, string worker)
    {
        if (!_effects.TryGetValue(item, out var effects))
        {
            _effects[item] = effects = [];
        }

        if (effects.Count > 0 && effects[^1] >= number && mutant != Mutant.FenceOff)
        {
            scheduler.Note($"refused {item} {number} {worker}");
            Refused++;
            return false;
        }

        scheduler.Note($"effect {item} {number} {worker}");
        effects.Add(number);
        return true;
    }
}
