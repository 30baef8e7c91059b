using System.Globalization;
using DynamoGen.MigrationProof;
using DynamoGen.MigrationProof.Throughput;
using DynamoGen.MigrationProof.Workers;

const int ThroughputItems = 100_000;

switch (args)
{
    case ["worker", var endpoint, .. var told] when ProofSize.Parse(told) is { } size:
        await Worker.RunAsync(endpoint, size);
        return 0;
    case ["memory", var endpoint, var items, var round]:
        await MemoryWorker.RunAsync(endpoint, int.Parse(items, CultureInfo.InvariantCulture), round);
        return 0;
    case ["throughput"]:
        return await ThroughputProof.RunAsync(ThroughputItems) ? 0 : 1;
    case ["throughput", "--items", var items] when int.TryParse(items, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0:
        return await ThroughputProof.RunAsync(count) ? 0 : 1;
    case var _ when ProofSize.Parse(args) is { } size:
        return await Proof.RunAsync(size) ? 0 : 1;
    default:
        Console.Error.WriteLine("short | whole [--items N --kills N --restarts N --clients N --workers N], or throughput [--items N]");
        return 2;
}
