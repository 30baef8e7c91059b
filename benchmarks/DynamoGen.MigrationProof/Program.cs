using DynamoGen.MigrationProof;
using DynamoGen.MigrationProof.Workers;

if (args is ["worker", var endpoint, .. var told] && ProofSize.Parse(told) is { } workerSize)
{
    return await Worker.RunAsync(endpoint, workerSize);
}

if (ProofSize.Parse(args) is not { } size)
{
    Console.Error.WriteLine("short | whole, and --items N --kills N --restarts N --clients N --workers N");
    return 2;
}

return await Proof.RunAsync(size) ? 0 : 1;
