using System.Globalization;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Migrations.Ledger;
using DynamoGen.Migrations.Sessions;
using DynamoGen.Streams.Tests.Simulation;

namespace DynamoGen.Migrations.Tests.Simulation;

/// <summary>
/// Old and new items, the ledgers and the state of the migration, which all processes share. Everything in it happens at one moment; where an outbox lies
/// between the items, no moment has both.
/// </summary>
internal sealed class MigratedWorld(VirtualScheduler scheduler, Mutant mutant, bool hasOutbox)
{
    public const string Migration = "OrderMigration";
    public const int Keys = 30;

    /// <summary>One in so many values cannot be copied.</summary>
    private const int Unfit = 41;

    private readonly Dictionary<int, long> _source = [];
    private readonly Dictionary<int, long> _target = [];
    private readonly Dictionary<int, LedgerEntry> _ledger = [];
    private readonly Dictionary<int, LedgerEntry> _wayBack = [];
    private readonly Dictionary<(bool IsBack, int Key), long> _deliveries = [];
    private readonly Dictionary<string, MigrationInstance> _instances = [];

    /// <summary>What is wrong; nothing where all holds.</summary>
    public List<string> Violations { get; } = [];

    public MigrationState State { get; private set; } = new(Migration);

    public IReadOnlyDictionary<int, long> Source => _source;

    public IReadOnlyDictionary<int, long> Target => _target;

    public bool HasOutbox => hasOutbox;

    public IReadOnlyList<MigrationInstance> Instances => [.. _instances.Values];

    /// <summary>What the authority has been told: each item's last write, by whoever made it.</summary>
    public Dictionary<int, long?> Expected { get; } = [];

    public int Writes { get; private set; }

    public static bool CanBeCopied(long value) => value % Unfit != 0;

    public static long Forward(long value) => CanBeCopied(value) ? -value : throw new InvalidOperationException("It cannot be copied.");

    public LedgerEntry? Find(bool isBack, int key) => LedgerOf(isBack).GetValueOrDefault(key);

    /// <summary>The entries of a partition of a ledger.</summary>
    public IReadOnlyList<LedgerEntry> List(bool isBack, int shard, string? after) =>
        mutant == Mutant.CutOverBeforeAllHasFollowed && State.WritesPaused ? []
        : [.. LedgerOf(isBack).Values.Where(entry => entry.Id.Shard == shard && string.CompareOrdinal(entry.Id.Item, after) > 0)];

    public long CountDeliveries(bool isBack, int key) => _deliveries.GetValueOrDefault((isBack, key));

    /// <summary>Reads an item of those that lead: it is what was written last, whoever wrote it.</summary>
    public bool Read(MigrationState state, int key)
    {
        var items = state.ReadsTarget ? _target : _source;
        var value = items.TryGetValue(key, out var stored) ? (state.ReadsTarget ? -stored : stored) : (long?)null;
        if (value != Expected.GetValueOrDefault(key))
        {
            Violations.Add($"In {state.Phase}, {key} is read as {value}, and was last written as {Expected.GetValueOrDefault(key)}.");
        }

        return true;
    }

    /// <summary>Writes parts of an item in one transaction.</summary>
    /// <param name="version">The state in which the write was begun.</param>
    /// <param name="key">The item.</param>
    /// <param name="change">The item's new value by its value; null for none.</param>
    /// <param name="parts">What is written.</param>
    public bool Write(long version, int key, Func<long?, long?> change, WriteParts parts)
    {
        if (Math.Abs(State.Version - version) > 1)
        {
            Violations.Add($"A write of state {version} came in state {State.Version}.");
        }

        if ((parts.HasFlag(WriteParts.Check) && _ledger.ContainsKey(key))
            || (parts.HasFlag(WriteParts.TouchAgain) && !_ledger.ContainsKey(key)))
        {
            return false;
        }

        Writes++;
        var isFirst = true;
        foreach (var (part, items) in new[] { (WriteParts.Source, _source), (WriteParts.Target, _target) })
        {
            if (parts.HasFlag(part))
            {
                var sign = part == WriteParts.Source ? 1 : -1;
                var value = change(items.TryGetValue(key, out var before) ? sign * before : null);
                Put(items, key, sign * value);
                if (isFirst)
                {
                    Expected[key] = value;
                }

                isFirst = false;
            }
        }

        if ((parts & (WriteParts.Touch | WriteParts.TouchAgain)) != 0 && mutant != Mutant.LedgerForgotten)
        {
            LedgerOf(isBack: hasOutbox && !parts.HasFlag(WriteParts.Source))[key] = Entry(key);
        }

        Check($"a write of {key}");
        return true;
    }

    /// <summary>Writes a new item, or deletes it, whatever stands there.</summary>
    public void Copy(int key, long? value)
    {
        Put(_target, key, value);
        Check($"a copy of {key}");
    }

    public void AddToLedger(int key) => _ledger.TryAdd(key, Entry(key));

    public bool Settle(LedgerEntry entry, long? target)
    {
        var key = KeyOf(entry.Source);
        if (!_ledger.TryGetValue(key, out var stored) || (stored.Mark != entry.Mark && mutant != Mutant.SettledWithoutItsMark))
        {
            return false;
        }

        _ledger.Remove(key);
        Put(_target, key, target);
        Check($"the settlement of {key}");
        return true;
    }

    /// <summary>Writes an item that follows from elsewhere, or deletes it, if it is the same as when the other one was read.</summary>
    public bool Deliver(bool isBack, LedgerEntry entry, long delivery, long? value)
    {
        var key = KeyOf(entry.Source);
        if (CountDeliveries(isBack, key) != delivery && mutant != Mutant.DeliveredWithoutItsNumber)
        {
            return false;
        }

        _deliveries[(isBack, key)] = delivery + 1;
        Put(isBack ? _source : _target, key, value);
        Check($"the delivery of {key}");
        return true;
    }

    public bool TakeAway(bool isBack, LedgerEntry entry)
    {
        var (ledger, key) = (LedgerOf(isBack), KeyOf(entry.Source));
        if (!ledger.TryGetValue(key, out var stored) || (stored.Mark != entry.Mark && mutant != Mutant.SettledWithoutItsMark))
        {
            return false;
        }

        ledger.Remove(key);
        Check($"the settlement of {key}");
        return true;
    }

    public bool Replace(MigrationState next)
    {
        if (State != next && (State.Version == next.Version - 1 || mutant == Mutant.StateWithoutCompareAndSwap))
        {
            if (next.Version <= State.Version)
            {
                Violations.Add($"The state goes from {State} back to {next}.");
            }

            scheduler.Note($"state {next.Version} {next.Phase}{(next.WritesPaused ? " paused" : string.Empty)}");
            State = next;
            Check("a transition");
        }

        return State == next;
    }

    public bool Replace(MigrationInstance next)
    {
        var stored = _instances.GetValueOrDefault(next.Id);
        if ((stored?.Counter ?? 0) == next.Counter - 1)
        {
            _instances[next.Id] = stored = next;
        }

        return stored == next;
    }

    public bool Remove(MigrationInstance seen) =>
        !_instances.TryGetValue(seen.Id, out var stored) || (stored.Counter == seen.Counter && _instances.Remove(seen.Id));

    public static Dictionary<string, AttributeValue> Key(int key) => new() { ["pk"] = new AttributeValue(key.ToString(CultureInfo.InvariantCulture)) };

    public static int KeyOf(Dictionary<string, AttributeValue> key) => int.Parse(key["pk"].S, CultureInfo.InvariantCulture);

    public static LedgerKey Place(int key) => new(Migration, key % LedgerKey.Shards, key.ToString("D3", CultureInfo.InvariantCulture));

    /// <summary>
    /// Between the settlement and the end of the old items, both are the same at every moment; in the settlement, or where an outbox lies between them,
    /// those that the ledger of those who lead does not name.
    /// </summary>
    private void Check(string what)
    {
        if (State.Phase is < MigrationPhase.Settle or > MigrationPhase.Cutover)
        {
            return;
        }

        var behind = hasOutbox || State.Phase == MigrationPhase.Settle ? LedgerOf(hasOutbox && State.ReadsTarget) : [];
        foreach (var key in _source.Keys.Union(_target.Keys).Where(key => !behind.ContainsKey(key)))
        {
            var (old, copied) = (Value(_source, key), Value(_target, key));
            if (old != -copied)
            {
                Violations.Add($"After {what} in {State.Phase}, the old item {key} is {old}, and the new one {copied}.");
            }
        }

        static long? Value(Dictionary<int, long> items, int key) => items.TryGetValue(key, out var value) ? value : null;
    }

    private Dictionary<int, LedgerEntry> LedgerOf(bool isBack) => isBack ? _wayBack : _ledger;

    private LedgerEntry Entry(int key) => new(Place(key), Key(key)) { Target = Key(key), Mark = scheduler.Random.NextInt64() };

    private static void Put(Dictionary<int, long> items, int key, long? value)
    {
        if (value is { } there)
        {
            items[key] = there;
        }
        else
        {
            items.Remove(key);
        }
    }
}
